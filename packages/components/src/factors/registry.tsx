import { isStrategy, type Strategy } from '@usher/protocol/strategies'
import type { ReactNode } from 'react'
import { AuthenticatorIcon, ListIcon, PhoneIcon } from '../elements/account-icons.tsx'
import { LockIcon, MailIcon, PasskeyIcon } from '../elements/icons.tsx'
import type { MessageKey } from '../messages/en/keys.ts'

/** How a way of proving who you are is offered in a list. */
export type FactorView = { icon: ReactNode; label: MessageKey; fact: MessageKey }

/** What the person sees for each strategy. */
const factorViews = {
  password: {
    icon: <LockIcon />,
    label: 'signIn.alternativeMethods.blockButton__password',
    fact: 'signIn.alternativeMethods.blockButton__password_fact',
  },
  email_code: {
    icon: <MailIcon />,
    label: 'signIn.alternativeMethods.blockButton__emailCode',
    fact: 'signIn.alternativeMethods.blockButton__emailCode_fact',
  },
  email_link: {
    icon: <MailIcon />,
    label: 'signIn.alternativeMethods.blockButton__emailLink',
    fact: 'signIn.alternativeMethods.blockButton__emailCode_fact',
  },
  phone_code: {
    icon: <PhoneIcon />,
    label: 'signIn.alternativeMethods.blockButton__phoneCode',
    fact: 'signIn.alternativeMethods.blockButton__phoneCode_fact',
  },
  passkey: {
    icon: <PasskeyIcon />,
    label: 'signIn.alternativeMethods.blockButton__passkey',
    fact: 'signIn.alternativeMethods.blockButton__passkey_fact',
  },
  reset_password_email_code: {
    icon: <MailIcon />,
    label: 'signIn.forgotPasswordAlternativeMethods.blockButton__resetPassword',
    fact: 'signIn.alternativeMethods.blockButton__emailCode_fact',
  },
  reset_password_phone_code: {
    icon: <PhoneIcon />,
    label: 'signIn.forgotPasswordAlternativeMethods.blockButton__resetPassword',
    fact: 'signIn.alternativeMethods.blockButton__phoneCode_fact',
  },
  totp: {
    icon: <AuthenticatorIcon />,
    label: 'signIn.alternativeMethods.blockButton__totp',
    fact: 'signIn.alternativeMethods.blockButton__totp_fact',
  },
  backup_code: {
    icon: <ListIcon />,
    label: 'signIn.alternativeMethods.blockButton__backupCode',
    fact: 'signIn.alternativeMethods.blockButton__backupCode_fact',
  },
} as const satisfies Record<Strategy, FactorView>

/** The view of a strategy that a server named; undefined for one that this kit does not know. */
export const factorViewOf = (strategy: string): FactorView | undefined =>
  isStrategy(strategy) ? factorViews[strategy] : undefined
