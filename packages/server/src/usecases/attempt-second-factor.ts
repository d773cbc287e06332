import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { advanceSecondFactor } from './advance-second-factor.ts'
import type { SignInStep } from './finish-sign-in.ts'
import { openSecondFactor } from './open-second-factor.ts'

export type AttemptSecondFactorInput = {
  client: ClientRow
  device: Device
  id: string
  strategy: string
  code: string | undefined
}

/** Tries a second factor of an open sign-in, which ends in a session when it is right. */
export async function attemptSecondFactor(deps: Deps, input: AttemptSecondFactorInput): Promise<SignInStep> {
  const open = await openSecondFactor(deps, input)
  return advanceSecondFactor(deps, { ...input, ...open, password: undefined })
}
