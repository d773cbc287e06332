import type {
  SessionJSON,
  SessionVerificationJSON,
  SignInFactorJSON,
  VerificationLevel,
} from '@usher/protocol'
import type { Api } from '../api.ts'
import { camelize } from '../transport/camelize.ts'
import type { SignInFactor } from './sign-in.ts'
import { toVerification, type VerificationResource } from './verification.ts'

/** How far the person of a session has come in proving once more who they are. */
export type SessionVerificationResource<Session = unknown> = {
  status: SessionVerificationJSON['status']
  level: VerificationLevel
  session: Session
  supportedFirstFactors: SignInFactor[] | null
  supportedSecondFactors: SignInFactor[] | null
  firstFactorVerification: VerificationResource
  secondFactorVerification: VerificationResource
}

type Prepare = {
  strategy: string
  emailAddressId?: string | undefined
  phoneNumberId?: string | undefined
}

export interface SessionVerificationActions<Session> {
  /** Asks the person to prove once more who they are. `POST /v1/client/sessions/{id}/verify` */
  startVerification(params: { level: VerificationLevel }): Promise<SessionVerificationResource<Session>>
  /** Sends a code, or has the server draw a challenge for a passkey. `POST …/verify/prepare_first_factor` */
  prepareFirstFactorVerification(params: Prepare): Promise<SessionVerificationResource<Session>>
  /** `POST …/verify/attempt_first_factor` */
  attemptFirstFactorVerification(
    params: { strategy: string } & ({ password: string } | { code: string } | PasskeyAnswer),
  ): Promise<SessionVerificationResource<Session>>
  /**
   * Has the person prove it with a passkey of this device, as the first factor unless `level` says otherwise. Rejects
   * with a `ClerkRuntimeError` when the device gives none.
   */
  verifyWithPasskey(params?: {
    level?: 'first_factor' | 'second_factor' | undefined
  }): Promise<SessionVerificationResource<Session>>
  /** Sends a code by text message. `POST …/verify/prepare_second_factor` */
  prepareSecondFactorVerification(params: Prepare): Promise<SessionVerificationResource<Session>>
  /** `POST …/verify/attempt_second_factor` */
  attemptSecondFactorVerification(
    params: { strategy: string } & ({ code: string } | PasskeyAnswer),
  ): Promise<SessionVerificationResource<Session>>
}

/** JSON text of what a device answered to the challenge. */
type PasskeyAnswer = { publicKeyCredential: string }

/** Takes a step in proving once more who the person of a session is. Imported when it is needed. */
export async function verify<Session>(
  api: Api,
  sessionId: string,
  step: string,
  fields: object,
  toSession: (json: SessionJSON, api: Api) => Session,
): Promise<SessionVerificationResource<Session>> {
  const path = `/client/sessions/${sessionId}/verify${step && `/${step}_factor`}`
  const call = { method: 'POST', fields: { ...fields } } as const
  const json = await api.transport.call<SessionVerificationJSON>(path, call)
  return {
    status: json.status,
    level: json.level,
    session: toSession(json.session, api),
    supportedFirstFactors: json.supported_first_factors?.map(camelize<SignInFactorJSON>) ?? null,
    supportedSecondFactors: json.supported_second_factors?.map(camelize<SignInFactorJSON>) ?? null,
    firstFactorVerification: toVerification(json.first_factor_verification, api),
    secondFactorVerification: toVerification(json.second_factor_verification, api),
  }
}

/** Proves it with a passkey: asks the server for a challenge, the device for an answer, and hands that in. */
export async function verifyWithPasskey<Session>(
  session: Omit<SessionVerificationActions<Session>, 'verifyWithPasskey'>,
  level: 'first_factor' | 'second_factor' = 'first_factor',
): Promise<SessionVerificationResource<Session>> {
  const strategy = 'passkey'
  const { getCredential } = await import('../passkeys/web-authn.ts')
  const answer = async ({ nonce }: VerificationResource) => ({
    strategy,
    publicKeyCredential: await getCredential(nonce, { isConditional: false }),
  })
  if (level === 'second_factor') {
    const { secondFactorVerification } = await session.prepareSecondFactorVerification({ strategy })
    return session.attemptSecondFactorVerification(await answer(secondFactorVerification))
  }
  const { firstFactorVerification } = await session.prepareFirstFactorVerification({ strategy })
  return session.attemptFirstFactorVerification(await answer(firstFactorVerification))
}
