import { type ContactKind, contactKinds } from '../database/schema/contacts.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import type { FactorContext } from './strategy-handler.ts'

/** The kind of an identifier that a newcomer can prove with a code here and sign up with; null when there is none. */
export function newcomerKind({ settings }: Deps, identifier: string): ContactKind | null {
  const canSignUp = (kind: ContactKind) =>
    settings.signUpMode === 'public' &&
    contacts[kind].settings(settings).enabled &&
    contacts[kind].isCodeSignInOn(settings) &&
    contacts[kind].normalize(identifier, settings) !== null
  return contactKinds.find(canSignUp) ?? null
}

/** Whether a sign-in leads to a sign-up: that was asked for, and nobody has the identifier. */
export const isOfNewcomer = ({ signIn, account }: FactorContext): boolean =>
  account === null && signIn.sign_up_if_missing === 1

/** Whether the newcomer has shown whose the identifier is, so that a sign-up may take it over. */
export const isTransferable = ({ status, first_factor_at }: SignInRow): boolean =>
  status === 'needs_first_factor' && first_factor_at !== null
