import { type Device, nameDevice } from '../devices/describe-device.ts'
import type { Mail } from '../ports/mail.ts'
import { escapeHtml, oneLine, page } from './mail-parts.ts'

const words = {
  password_changed: (app: string) => `The password of your ${app} account was changed`,
  password_removed: (app: string) => `The password of your ${app} account was removed`,
  email_address_added: (app: string) => `An email address was added to your ${app} account`,
  email_address_removed: (app: string) => `An email address was removed from your ${app} account`,
  primary_email_address_changed: (app: string) => `Your ${app} account has another primary email address`,
  phone_number_added: (app: string) => `A phone number was added to your ${app} account`,
  phone_number_removed: (app: string) => `A phone number was removed from your ${app} account`,
  primary_phone_number_changed: (app: string) => `Your ${app} account has another primary phone number`,
  phone_number_reserved: (app: string) => `Text messages are a second step of your ${app} account now`,
  phone_number_released: (app: string) => `Text messages are no second step of your ${app} account any more`,
  totp_added: (app: string) => `An authenticator app was added to your ${app} account`,
  totp_removed: (app: string) => `The authenticator app was removed from your ${app} account`,
  external_account_added: (app: string) => `An account elsewhere was connected to your ${app} account`,
  external_account_removed: (app: string) => `An account elsewhere was disconnected from your ${app} account`,
  passkey_added: (app: string) => `A passkey was added to your ${app} account`,
  passkey_removed: (app: string) => `A passkey was removed from your ${app} account`,
  backup_codes_added: (app: string) => `Your ${app} account has new backup codes`,
}

/** What somebody is told that happened to the account. */
export type Change = keyof typeof words

export type NoticeMailInput = {
  to: string
  change: Change
  /** Name of the application. */
  name: string
  /** What made the change; null when the application did. */
  device: Device | null
  /** When, in milliseconds since 1970. */
  at: number
}

/** Tells the owner of an account about a change that a thief would make (S38). */
export function noticeMail({ to, change, name, device, at }: NoticeMailInput): Mail {
  const subject = words[change](name)
  const from = device ? [nameDevice(device), device.ipAddress].filter(Boolean).join(', ') : name
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const text = `${subject}, on ${when} by ${from}.`
  const advice =
    'If it was you, you need not do anything. If not, sign in, sign out the devices you do not know, and change your password; or ask whoever runs the application for help.'
  return {
    to,
    subject: oneLine(subject),
    text: `${text}\n\n${advice}\n`,
    html: page(`<p>${escapeHtml(text)}</p><p>${advice}</p>`),
  }
}
