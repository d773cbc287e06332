import {
  type FirstFactorStrategy,
  isFirstFactor,
  isSecondFactor,
  type SecondFactorStrategy,
} from '@usher/protocol/strategies'
import { backupCodeStrategy } from './backup-code.ts'
import {
  codeAgainStrategy,
  codeStrategy,
  resetPasswordStrategy,
  secondCodeAgainStrategy,
  secondCodeStrategy,
  trustCodeStrategy,
} from './contact-code.ts'
import { emailLinkStrategy, trustLinkStrategy } from './email-link.ts'
import { passkeyAgainStrategy, passkeyStrategy, secondPasskeyAgainStrategy } from './passkey.ts'
import { passwordStrategy } from './password.ts'
import type { FactorHandler, FirstFactorHandler } from './strategy-handler.ts'
import { totpStrategy } from './totp.ts'

/** How each strategy is carried out that comes first. */
export const firstFactors = {
  password: passwordStrategy,
  email_code: codeStrategy('email_address'),
  email_link: emailLinkStrategy,
  phone_code: codeStrategy('phone_number'),
  passkey: passkeyStrategy,
  reset_password_email_code: resetPasswordStrategy('email_address'),
  reset_password_phone_code: resetPasswordStrategy('phone_number'),
} satisfies Record<FirstFactorStrategy, FirstFactorHandler>

/** How each strategy is carried out that comes second. */
const secondFactors = {
  totp: totpStrategy,
  phone_code: secondCodeStrategy,
  backup_code: backupCodeStrategy,
} satisfies Record<SecondFactorStrategy, FactorHandler>

/** By which codes and links somebody shows that a browser is theirs that the account does not know. */
const trustFactors: Partial<Record<string, FactorHandler>> = {
  email_code: trustCodeStrategy('email_address'),
  email_link: trustLinkStrategy,
  phone_code: trustCodeStrategy('phone_number'),
}

/** How somebody who is signed in proves once more who they are. */
const factorsAgain: Record<'first' | 'second', Partial<Record<string, FactorHandler>>> = {
  first: {
    password: passwordStrategy,
    email_code: codeAgainStrategy('email_address'),
    phone_code: codeAgainStrategy('phone_number'),
    passkey: passkeyAgainStrategy,
  },
  second: { ...secondFactors, phone_code: secondCodeAgainStrategy, passkey: secondPasskeyAgainStrategy },
}

/** The handler of a first factor that a caller named; undefined when there is none. */
export const firstFactorOf = (strategy: string | undefined): FirstFactorHandler | undefined =>
  isFirstFactor(strategy) ? firstFactors[strategy] : undefined

/** The same for a second factor. */
export const secondFactorOf = (strategy: string): FactorHandler | undefined =>
  isSecondFactor(strategy) ? secondFactors[strategy] : undefined

/** The same for a browser that the account does not know. */
export const trustFactorOf = (strategy: string): FactorHandler | undefined =>
  Object.hasOwn(trustFactors, strategy) ? trustFactors[strategy] : undefined

/** The same for somebody who is signed in. */
export const factorAgainOf = (factor: 'first' | 'second', strategy: string): FactorHandler | undefined =>
  Object.hasOwn(factorsAgain[factor], strategy) ? factorsAgain[factor][strategy] : undefined
