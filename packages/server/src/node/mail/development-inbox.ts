import type { Mail, MailSender } from '../../ports/mail.ts'

/** A message as `/_inbox.json` shows it. */
export type InboxMessage = {
  id: string
  channel: 'email' | 'sms'
  to: string
  subject: string
  text: string
  code: string | null
  link: string | null
  /** ISO 8601, UTC */
  sent_at: string
}

export type DevelopmentInbox = MailSender & {
  /** Newest first. */
  list(): InboxMessage[]
  clear(): void
}

const mostKept = 200

/** Keeps the mail of a development server in memory instead of sending it. */
export function createDevelopmentInbox(): DevelopmentInbox {
  let messages: InboxMessage[] = []
  return {
    async send(mail) {
      messages = [toMessage(mail), ...messages].slice(0, mostKept)
    },
    list: () => messages,
    clear() {
      messages = []
    },
  }
}

const toMessage = ({ to, subject, text, code, link }: Mail): InboxMessage => ({
  id: crypto.randomUUID(),
  channel: 'email',
  to,
  subject,
  text,
  code: code ?? null,
  link: link ?? null,
  sent_at: new Date().toISOString(),
})
