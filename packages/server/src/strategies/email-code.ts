import type { InstanceSettings } from '@usher/protocol'
import type { Strategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import { checkCode } from '../codes/check-code.ts'
import { sendCode } from '../codes/send-code.ts'
import type { EmailAddressRow } from '../database/schema/email-addresses.ts'
import { normalizeEmailAddress } from '../identifiers/email-address.ts'
import type { CodePurpose } from '../mail/code-mail.ts'
import { findVerification } from '../stores/verification-store.ts'
import type { FactorContext, StrategyHandler } from './strategy-handler.ts'

/** Signing in with a code by email. */
export const emailCodeStrategy = codeByEmail({
  strategy: 'email_code',
  purpose: 'sign_in',
  leadsTo: 'complete',
  isEnabled: (settings) => settings.emailCodeSignIn,
})

/** Proving by a code by email that one may set a new password. */
export const resetPasswordEmailCodeStrategy = codeByEmail({
  strategy: 'reset_password_email_code',
  purpose: 'reset_password',
  leadsTo: 'needs_new_password',
  isEnabled: (settings) => settings.password.enabled,
})

type CodeByEmail = Pick<StrategyHandler, 'leadsTo' | 'isEnabled'> & {
  strategy: Strategy
  purpose: CodePurpose
}

function codeByEmail({ strategy, purpose, leadsTo, isEnabled }: CodeByEmail): StrategyHandler {
  return {
    leadsTo,
    isEnabled,
    async prepare(deps, context, { emailAddressId }) {
      const target = chooseTarget(deps.settings, context, emailAddressId)
      await sendCode(deps, { owner: 'sign_in', ownerId: context.signIn.id, strategy, purpose, ...target })
    },
    async attempt(deps, context, { code }) {
      if (!code) throw new ApiError('form_param_nil', { paramName: 'code' })
      const owner = { owner: 'sign_in', ownerId: context.signIn.id, strategy } as const
      const sent = await findVerification(deps.db, owner)
      const target = verifiedAddresses(context).find((row) => row.id === sent?.target_id)
      const isForNobody = sent?.target_id === null && deps.settings.enumerationProtection
      const addressNorm = target?.value_norm ?? (isForNobody ? identifierOf(context) : null)
      return checkCode(deps, { ...owner, code, addressNorm })
    },
  }
}

function chooseTarget(settings: InstanceSettings, context: FactorContext, id: string | undefined) {
  const verified = verifiedAddresses(context)
  const identifier = identifierOf(context)
  const own = verified.find((row) => row.value_norm === identifier)
  // Nobody may learn here whether somebody is behind an identifier, nor that person's other addresses (S15).
  if (settings.enumerationProtection) return own ? codeTo(own) : nothingTo(identifier)
  const chosen = id === undefined ? (own ?? verified[0]) : verified.find((row) => row.id === id)
  if (chosen) return codeTo(chosen)
  throw id === undefined
    ? new ApiError('strategy_for_user_invalid')
    : new ApiError('form_param_value_invalid', { paramName: 'email_address_id' })
}

const codeTo = ({ id, value_norm }: EmailAddressRow) =>
  ({ addressNorm: value_norm, addressId: id, content: 'code' }) as const

const nothingTo = (identifier: string) =>
  ({ addressNorm: identifier, addressId: null, content: 'nothing' }) as const

const verifiedAddresses = ({ account }: FactorContext): EmailAddressRow[] =>
  account?.emailAddresses.filter((row) => row.verified_at !== null) ?? []

const identifierOf = ({ signIn }: FactorContext): string =>
  normalizeEmailAddress(signIn.identifier ?? '') ?? ''
