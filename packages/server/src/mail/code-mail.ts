import type { Mail } from '../ports/mail.ts'
import { escapeHtml, ignore, oneLine, page } from './mail-parts.ts'

/** What somebody asked a code for. */
export type CodePurpose = 'sign_up' | 'sign_in' | 'reset_password' | 'reverification' | 'contact'

type Words = { subject: string; text: string }

const words: Record<CodePurpose, (app: string) => Words> = {
  sign_up: (app) => ({
    subject: `Your code for ${app}`,
    text: `Type this code to finish your ${app} account. It works for 10 minutes.`,
  }),
  sign_in: (app) => ({
    subject: `Your code for ${app}`,
    text: `Type this code to sign in to ${app}. It works for 10 minutes.`,
  }),
  reset_password: (app) => ({
    subject: `Reset your ${app} password`,
    text: `Type this code to set a new password for ${app}. It works for 10 minutes.`,
  }),
  reverification: (app) => ({
    subject: `Your code for ${app}`,
    text: `Type this code to confirm that it is you who changes your ${app} account. It works for 10 minutes.`,
  }),
  contact: (app) => ({
    subject: 'Confirm your new email address',
    text: `Type this code to use this address with ${app}. It works for 10 minutes.`,
  }),
}

/** The mail that carries a one-time code. */
export function codeMail(to: string, purpose: CodePurpose, code: string, applicationName: string): Mail {
  const { subject, text } = words[purpose](applicationName)
  return {
    to,
    subject: oneLine(subject),
    text: `${text}\n\n${code}\n\n${ignore}\n`,
    html: page(
      `<p>${escapeHtml(text)}</p><p style="font-size:28px;font-weight:600;letter-spacing:4px">${code}</p><p>${ignore}</p>`,
    ),
    code,
  }
}

/** Tells the owner of an address that somebody tried to sign up with it (S18); only sent when enumeration protection is on. */
export function accountExistsMail(to: string, applicationName: string): Mail {
  const text = `Somebody tried to create an account for ${applicationName} with this address, but you have one already. Sign in, or reset your password.`
  return {
    to,
    subject: oneLine(`You already have an account for ${applicationName}`),
    text: `${text}\n\n${ignore}\n`,
    html: page(`<p>${escapeHtml(text)}</p><p>${ignore}</p>`),
  }
}
