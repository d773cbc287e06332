import type { InstanceSettings } from '@usher/protocol'
import type { Strategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import { checkCode } from '../codes/check-code.ts'
import { sendCode } from '../codes/send-code.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import { contacts } from '../identifiers/contact.ts'
import type { CodePurpose } from '../mail/code-mail.ts'
import { findVerification } from '../stores/verification-store.ts'
import type { FactorContext, StrategyHandler } from './strategy-handler.ts'

/** Signing in with a code that was sent to an address or a number. */
export const codeStrategy = (kind: ContactKind): StrategyHandler =>
  codeTo(kind, {
    strategy: contacts[kind].strategy,
    purpose: 'sign_in',
    leadsTo: 'complete',
    isEnabled: (settings) => isOn(kind, settings) && contacts[kind].isCodeSignInOn(settings),
  })

/** Proving by such a code that one may set a new password. */
export const resetPasswordStrategy = (kind: ContactKind): StrategyHandler =>
  codeTo(kind, {
    strategy: contacts[kind].resetStrategy,
    purpose: 'reset_password',
    leadsTo: 'needs_new_password',
    isEnabled: (settings) => isOn(kind, settings) && settings.password.enabled,
  })

// Addresses prove who somebody is even where nobody may add one any more.
const isOn = (kind: ContactKind, settings: InstanceSettings) =>
  kind === 'email_address' || contacts[kind].settings(settings).enabled

type CodeFactor = Pick<StrategyHandler, 'leadsTo' | 'isEnabled'> & {
  strategy: Strategy
  purpose: CodePurpose
}

function codeTo(kind: ContactKind, { strategy, purpose, leadsTo, isEnabled }: CodeFactor): StrategyHandler {
  return {
    leadsTo,
    isEnabled,
    async prepare(deps, context, { contactId }) {
      const target = chooseTarget(kind, deps.settings, context, contactId)
      await sendCode(deps, { owner: 'sign_in', ownerId: context.signIn.id, strategy, purpose, ...target })
    },
    async attempt(deps, context, { code }) {
      if (!code) throw new ApiError('form_param_nil', { paramName: 'code' })
      const owner = { owner: 'sign_in', ownerId: context.signIn.id, strategy } as const
      const sent = await findVerification(deps.db, owner)
      const target = verifiedOf(kind, context).find((row) => row.id === sent?.target_id)
      const isForNobody = sent?.target_id === null && deps.settings.enumerationProtection
      const addressNorm = target?.value_norm ?? (isForNobody ? identifierOf(kind, context) : null)
      return checkCode(deps, { ...owner, code, addressNorm })
    },
  }
}

/** The verified address or number of an account that something is sent to, for a sign-in. */
export function chooseTarget(
  kind: ContactKind,
  settings: InstanceSettings,
  context: FactorContext,
  id: string | undefined,
) {
  const verified = verifiedOf(kind, context)
  const identifier = identifierOf(kind, context)
  const own = verified.find((row) => row.value_norm === identifier)
  // Nobody may learn here whether somebody is behind an identifier, nor that person's other addresses (S15).
  if (settings.enumerationProtection) return own ? reach(kind, own) : nothing(kind, identifier)
  const chosen = id === undefined ? (own ?? verified[0]) : verified.find((row) => row.id === id)
  if (chosen) return reach(kind, chosen)
  throw id === undefined
    ? new ApiError('strategy_for_user_invalid')
    : new ApiError('form_param_value_invalid', { paramName: `${kind}_id` })
}

const reach = (kind: ContactKind, { id, value_norm }: ContactRow) =>
  ({ kind, addressNorm: value_norm, addressId: id, content: 'code' }) as const

const nothing = (kind: ContactKind, identifier: string) =>
  ({ kind, addressNorm: identifier, addressId: null, content: 'nothing' }) as const

export const verifiedOf = (kind: ContactKind, { account }: FactorContext): ContactRow[] =>
  account?.contacts.filter((row) => row.kind === kind && row.verified_at !== null) ?? []

const identifierOf = (kind: ContactKind, { signIn }: FactorContext): string =>
  contacts[kind].normalize(signIn.identifier ?? '') ?? ''
