import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { normalizePassword } from '../passwords/check-password.ts'
import { hashPassword, verifyPassword } from '../passwords/hash-password.ts'
import { replacePassword } from '../stores/user-store.ts'
import type { FirstFactorHandler } from './strategy-handler.ts'

/** Signing in with a password. */
export const passwordStrategy: FirstFactorHandler = {
  leadsTo: 'complete',
  isEnabled: (settings) => settings.password.enabled,
  async attempt(deps, { account }, { password }) {
    if (!password) throw new ApiError('form_param_nil', { paramName: 'password' })
    const digest = account?.user.password_digest ?? null
    if (account && digest === null && !deps.settings.enumerationProtection)
      throw new ApiError('strategy_for_user_invalid')
    if (!(await verifyPassword(deps, digest, password)))
      throw new ApiError('form_password_incorrect', { paramName: 'password' })
    const rehashed = digest === null ? null : await rehash(deps, digest, password)
    return {
      async consume(trx) {
        if (account && rehashed)
          await replacePassword(trx, account.user.id, digest, { password_digest: rehashed })
      },
    }
  },
}

async function rehash(deps: Deps, digest: string, password: string): Promise<string | null> {
  if (!deps.passwordHasher.needsRehash(digest)) return null
  return hashPassword(deps, normalizePassword(password))
}
