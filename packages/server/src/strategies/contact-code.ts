import type { InstanceSettings } from '@usher/protocol'
import type { Strategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import { checkCode } from '../codes/check-code.ts'
import { sendCode } from '../codes/send-code.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import { contacts } from '../identifiers/contact.ts'
import type { CodePurpose } from '../mail/code-mail.ts'
import { isReserved, provesFirst } from '../second-factors/second-factors.ts'
import { findVerification } from '../stores/verification-store.ts'
import { isOfNewcomer } from './newcomer.ts'
import type { FactorContext, FactorHandler, FirstFactorHandler } from './strategy-handler.ts'

/** Signing in with a code that was sent to an address or a number. */
export const codeStrategy = (kind: ContactKind): FirstFactorHandler => ({
  leadsTo: 'complete',
  isEnabled: (settings) => isOn(kind, settings) && contacts[kind].isCodeSignInOn(settings),
  ...codeTo({ owner: 'sign_in', strategy: contacts[kind].strategy, purpose: 'sign_in', ...toOwn(kind) }),
})

/** Proving by such a code that one may set a new password. */
export const resetPasswordStrategy = (kind: ContactKind): FirstFactorHandler => ({
  leadsTo: 'needs_new_password',
  leadsOutOfLock: true,
  isEnabled: (settings) => isOn(kind, settings) && settings.password.enabled,
  ...codeTo({
    ...{ owner: 'sign_in', strategy: contacts[kind].resetStrategy, purpose: 'reset_password' },
    ...toOwn(kind),
  }),
})

/** A second factor by a code to a number that is kept for it (S33). */
export const secondCodeStrategy = secondCode('sign_in')

/** The same of somebody who is signed in. */
export const secondCodeAgainStrategy = secondCode('reverification')

/** Showing by a code that a browser is one's own which the account does not know. */
export const trustCodeStrategy = (kind: ContactKind): FactorHandler =>
  verifiedCode(kind, { owner: 'second_factor', purpose: 'sign_in' })

/** Proving once more who one is: by any address or number that is verified, whatever signs one in. */
export const codeAgainStrategy = (kind: ContactKind): FactorHandler =>
  verifiedCode(kind, { owner: 'session', purpose: 'reverification' })

function secondCode(purpose: CodePurpose): FactorHandler {
  return {
    isEnabled: (settings) => isOn('phone_number', settings) && settings.secondFactors.phoneCode,
    ...codeTo({
      ...{ owner: 'second_factor', strategy: 'phone_code', purpose, kind: 'phone_number' },
      candidates: reservedOf,
      choose: (_, context, id) => chooseAmong('phone_number', reservedOf(context), id),
    }),
  }
}

function verifiedCode(kind: ContactKind, of: Pick<CodeFactor, 'owner' | 'purpose'>): FactorHandler {
  return {
    isEnabled: (settings) => isOn(kind, settings),
    ...codeTo({
      ...{ ...of, strategy: contacts[kind].strategy, kind },
      candidates: (context) => verifiedOf(kind, context),
      choose: (_, context, id) => chooseAmong(kind, verifiedOf(kind, context), id),
    }),
  }
}

// Addresses prove who somebody is even where nobody may add one any more.
function isOn(kind: ContactKind, settings: InstanceSettings): boolean {
  return kind === 'email_address' || contacts[kind].settings(settings).enabled
}

type CodeFactor = {
  owner: 'sign_in' | 'session' | 'second_factor'
  strategy: Strategy
  purpose: CodePurpose
  kind: ContactKind
  /** What a code may have been sent to. */
  candidates(context: FactorContext): ContactRow[]
  /** What it is sent to; `id` is what the person chose. */
  choose(settings: InstanceSettings, context: FactorContext, id: string | undefined): Target
}

type Target = ReturnType<typeof reach | typeof newcomer | typeof nothing>

const toOwn = (kind: ContactKind): Pick<CodeFactor, 'kind' | 'candidates' | 'choose'> => ({
  kind,
  candidates: (context) => verifiedOf(kind, context),
  choose: (settings, context, id) => chooseTarget(kind, settings, context, id),
})

function codeTo({
  owner: ownerKind,
  strategy,
  purpose,
  kind,
  candidates,
  choose,
}: CodeFactor): Pick<FactorHandler, 'attempt'> & Required<Pick<FactorHandler, 'prepare'>> {
  return {
    async prepare(deps, context, { contactId }) {
      const isNewcomer = purpose === 'sign_in' && isOfNewcomer(context)
      // An address is no number: what was typed in is of one kind only.
      const own = isNewcomer ? identifierOf(kind, deps.settings, context) : ''
      const target = own ? newcomer(kind, own) : choose(deps.settings, context, contactId)
      await sendCode(deps, { owner: ownerKind, ownerId: context.signIn.id, strategy, purpose, ...target })
    },
    async attempt(deps, context, { code }) {
      if (!code) throw new ApiError('form_param_nil', { paramName: 'code' })
      const owner = { owner: ownerKind, ownerId: context.signIn.id, strategy } as const
      const sent = await findVerification(deps.db, owner)
      const target = candidates(context).find((row) => row.id === sent?.target_id)
      const isForNobody =
        sent?.target_id === null && (deps.settings.enumerationProtection || isOfNewcomer(context))
      const addressNorm =
        target?.value_norm ?? (isForNobody ? identifierOf(kind, deps.settings, context) : null)
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
  const identifier = identifierOf(kind, settings, context)
  const own = verified.find((row) => row.value_norm === identifier)
  // Nobody may learn here whether somebody is behind an identifier, nor that person's other addresses (S15).
  if (settings.enumerationProtection) return own ? reach(kind, own) : nothing(kind, identifier)
  const chosen = id === undefined ? (own ?? verified[0]) : verified.find((row) => row.id === id)
  if (chosen) return reach(kind, chosen)
  throw id === undefined
    ? new ApiError('strategy_for_user_invalid')
    : new ApiError('form_param_value_invalid', { paramName: `${kind}_id` })
}

/** The one of several that something is sent to; `id` is what the person chose. */
export function chooseAmong(
  kind: ContactKind,
  rows: ContactRow[],
  id: string | undefined,
): ReturnType<typeof reach> {
  const chosen =
    id === undefined
      ? (rows.find((row) => row.default_second_factor === 1) ?? rows[0])
      : rows.find((row) => row.id === id)
  if (chosen) return reach(kind, chosen)
  throw id === undefined
    ? new ApiError('strategy_for_user_invalid')
    : new ApiError('form_param_value_invalid', { paramName: `${kind}_id` })
}

const reach = (kind: ContactKind, { id, value_norm }: ContactRow) =>
  ({ kind, addressNorm: value_norm, addressId: id, content: 'code' }) as const

const newcomer = (kind: ContactKind, addressNorm: string) =>
  ({ kind, addressNorm, addressId: null, content: 'code' }) as const

const nothing = (kind: ContactKind, identifier: string) =>
  ({ kind, addressNorm: identifier, addressId: null, content: 'nothing' }) as const

export const verifiedOf = (kind: ContactKind, { account }: FactorContext): ContactRow[] =>
  account?.contacts.filter((row) => row.kind === kind && provesFirst(row)) ?? []

function reservedOf({ account }: FactorContext): ContactRow[] {
  return account?.contacts.filter(isReserved) ?? []
}

const identifierOf = (kind: ContactKind, settings: InstanceSettings, { signIn }: FactorContext): string =>
  contacts[kind].normalize(signIn.identifier ?? '', settings) ?? ''
