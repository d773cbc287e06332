import { type Device, nameDevice } from '../devices/describe-device.ts'
import type { Mail } from '../ports/mail.ts'
import type { CodePurpose } from './code-mail.ts'
import { escapeHtml, ignore, oneLine, page } from './mail-parts.ts'

export type LinkMailInput = {
  to: string
  purpose: CodePurpose
  link: string
  /** Name of the application. */
  name: string
  /** What asked for the link: whoever gets it can see that it was somebody else. */
  device: Device
}

const words = {
  sign_up: (app: string) => ({ subject: `Finish your ${app} account`, label: 'Confirm this address' }),
  sign_in: (app: string) => ({ subject: `Sign in to ${app}`, label: `Sign in to ${app}` }),
  contact: () => ({ subject: 'Confirm your new email address', label: 'Confirm this address' }),
}

/** The mail that carries a link. */
export function linkMail({ to, purpose, link, name, device }: LinkMailInput): Mail {
  const { subject, label } = words[purpose === 'sign_up' || purpose === 'contact' ? purpose : 'sign_in'](name)
  const from = [nameDevice(device), device.ipAddress].filter(Boolean).join(', ')
  const text = `${label} with the link below. It works once, for 10 minutes, and was asked for from ${from}.`
  return {
    to,
    subject: oneLine(subject),
    text: `${text}\n\n${link}\n\n${ignore}\n`,
    html: page(
      `<p>${escapeHtml(text)}</p><p><a href="${escapeHtml(link)}" style="display:inline-block;padding:10px 16px;border-radius:8px;background:#3d3dd6;color:#fff;font-weight:500;text-decoration:none">${escapeHtml(label)}</a></p><p>If the button does nothing, open this address:<br>${escapeHtml(link)}</p><p>${ignore}</p>`,
    ),
    link,
  }
}
