import type { Mail } from '../ports/mail.ts'
import { escapeHtml, ignore, oneLine, page } from './mail-parts.ts'

/** Tells somebody that they wait for an invitation. */
export function waitlistMail(to: string, name: string): Mail {
  const text = `You are on the waitlist of ${name}. A mail comes when there is a place for you.`
  return {
    to,
    subject: oneLine(`You are on the waitlist of ${name}`),
    text: `${text}\n\n${ignore}\n`,
    html: page(`<p>${escapeHtml(text)}</p><p>${ignore}</p>`),
  }
}
