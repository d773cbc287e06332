import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Deps } from '../deps.ts'
import { takeTotpStep } from '../stores/second-factor-store.ts'
import { normalizeCode } from '../tokens/one-time-code.ts'
import { findTotpStep } from '../tokens/totp.ts'
import type { FactorHandler, FactorProof } from './strategy-handler.ts'

/** A second factor by the code that an authenticator app shows. */
export const totpStrategy: FactorHandler = {
  isEnabled: ({ secondFactors }) => secondFactors.authenticatorApp,
  async attempt(deps, { account }, { code }) {
    if (account?.user.totp_verified_at == null) throw new ApiError('strategy_for_user_invalid')
    return proveTotp(deps, account.user, code)
  },
}

/** Checks a code of the app that a user has or is about to have; each counts once (S30). */
export async function proveTotp(deps: Deps, user: UserRow, typed: string | undefined): Promise<FactorProof> {
  const paramName = 'code'
  const code = normalizeCode(typed ?? '')
  if (code === '') throw new ApiError('form_param_nil', { paramName })
  if (user.totp_sealed === null) throw new ApiError('totp_not_enabled')
  const secret = await deps.vault.decrypt(user.totp_sealed)
  const step = await findTotpStep(secret, code, deps.clock.now())
  if (step === null || step <= (user.totp_last_step ?? 0))
    throw new ApiError('form_code_incorrect', { paramName })
  return {
    async consume(trx) {
      if (!(await takeTotpStep(trx, user.id, step))) throw new ApiError('form_code_incorrect', { paramName })
    },
  }
}
