import type { Strategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import { checkCode } from '../codes/check-code.ts'
import { sendCode } from '../codes/send-code.ts'
import type { EmailAddressRow } from '../database/schema/email-addresses.ts'
import type { CodePurpose } from '../mail/code-mail.ts'
import { findVerification } from '../stores/verification-store.ts'
import type { Account, StrategyHandler } from './strategy-handler.ts'

/** Signing in with a code by email. */
export const emailCodeStrategy = codeByEmail('email_code', 'sign_in', 'complete')

/** Proving by a code by email that one may set a new password. */
export const resetPasswordEmailCodeStrategy = codeByEmail(
  'reset_password_email_code',
  'reset_password',
  'needs_new_password',
)

function codeByEmail(
  strategy: Strategy,
  purpose: CodePurpose,
  leadsTo: StrategyHandler['leadsTo'],
): StrategyHandler {
  return {
    leadsTo,
    async prepare(deps, { signIn, account }, { emailAddressId }) {
      // Nobody is behind the identifier: nothing is sent, and the answer is the same as for everybody else (S15).
      if (!account) return
      const target = chooseAddress(account, emailAddressId)
      await sendCode(deps, {
        owner: 'sign_in',
        ownerId: signIn.id,
        strategy,
        purpose,
        address: target.value,
        addressNorm: target.value_norm,
        addressId: target.id,
      })
    },
    async attempt(deps, { signIn, account }, { code }) {
      if (!code) throw new ApiError('form_param_nil', { paramName: 'code' })
      if (!account) throw new ApiError('form_code_incorrect', { paramName: 'code' })
      const owner = { owner: 'sign_in', ownerId: signIn.id, strategy } as const
      const sent = await findVerification(deps.db, owner)
      const target = account.emailAddresses.find(
        (row) => row.id === sent?.target_id && row.verified_at !== null,
      )
      return checkCode(deps, { ...owner, code, addressNorm: target?.value_norm ?? null })
    },
  }
}

function chooseAddress(account: NonNullable<Account>, id: string | undefined): EmailAddressRow {
  const verified = account.emailAddresses.filter((row) => row.verified_at !== null)
  const chosen = id === undefined ? verified[0] : verified.find((row) => row.id === id)
  if (chosen) return chosen
  throw id === undefined
    ? new ApiError('strategy_for_user_invalid')
    : new ApiError('form_param_value_invalid', { paramName: 'email_address_id' })
}
