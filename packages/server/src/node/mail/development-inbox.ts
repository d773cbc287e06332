import type { MailSender } from '../../ports/mail.ts'
import type { SmsSender } from '../../ports/sms.ts'

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

export type DevelopmentInbox = {
  mail: MailSender
  sms: SmsSender
  /** Newest first. */
  list(): InboxMessage[]
  clear(): void
}

const mostKept = 200

/** Keeps the mail and the text messages of a development server in memory instead of sending them. */
export function createDevelopmentInbox(): DevelopmentInbox {
  let messages: InboxMessage[] = []
  const keep = (message: Omit<InboxMessage, 'id' | 'sent_at'>) => {
    const kept = { id: crypto.randomUUID(), ...message, sent_at: new Date().toISOString() }
    messages = [kept, ...messages].slice(0, mostKept)
  }
  return {
    mail: {
      send: async ({ to, subject, text, code, link }) =>
        keep({ channel: 'email', to, subject, text, code: code ?? null, link: link ?? null }),
    },
    sms: {
      send: async ({ to, text, code }) =>
        keep({ channel: 'sms', to, subject: 'Text message', text, code: code ?? null, link: null }),
    },
    list: () => messages,
    clear() {
      messages = []
    },
  }
}
