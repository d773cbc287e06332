import type { Mail } from '../ports/mail.ts'
import { escapeHtml, oneLine, page } from './mail-parts.ts'

export type InvitationMailInput = {
  to: string
  /** Leads to the page that takes the ticket. */
  link: string
  /** Name of the application. */
  name: string
  /** How many days it may be used. */
  days: number
  /** Somebody who waited for it. */
  isFromWaitlist: boolean
}

/** The mail that asks somebody to make an account. */
export function invitationMail({ to, link, name, days, isFromWaitlist }: InvitationMailInput): Mail {
  const subject = isFromWaitlist ? `Your place in ${name} is free` : `You are invited to ${name}`
  const span = days === 1 ? 'one day' : `${days} days`
  const text = `${isFromWaitlist ? `You waited for ${name}, and now it is your turn.` : `You are invited to make an account for ${name}.`} The link below is for you alone: it works once, for ${span}.`
  const label = 'Accept the invitation'
  const advice = 'If you do not want an account, you need not do anything.'
  return {
    to,
    subject: oneLine(subject),
    text: `${text}\n\n${link}\n\n${advice}\n`,
    html: page(
      `<p>${escapeHtml(text)}</p><p><a href="${escapeHtml(link)}" style="display:inline-block;padding:10px 16px;border-radius:8px;background:#3d3dd6;color:#fff;font-weight:500;text-decoration:none">${label}</a></p><p>If the button does nothing, open this address:<br>${escapeHtml(link)}</p><p>${advice}</p>`,
    ),
    link,
  }
}
