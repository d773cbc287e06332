import type { Mail, MailSender } from '../ports/mail.ts'
import type { Sms, SmsSender } from '../ports/sms.ts'

/** A mailbox for every address and a telephone for every number; what is sent arrives at once. */
export type TestInbox = MailSender & {
  sms: SmsSender
  /** All mail, newest first. */
  list(): Mail[]
  /** All text messages, newest first. */
  messages(): Sms[]
  /** The newest mail to an address. */
  latest(to: string): Mail | undefined
  /** The newest code sent to an address or number; throws when there is none. */
  code(to: string): string
  /** The newest link sent to an address; throws when there is none. */
  link(to: string): string
  /** Makes the next deliveries fail, as a provider does that is down. */
  failNext(times?: number): void
}

export function createTestInbox(): TestInbox {
  const mails: Mail[] = []
  const messages: Sms[] = []
  let failures = 0
  const failWhenTold = () => {
    if (failures === 0) return
    failures -= 1
    throw new Error('the provider does not answer')
  }
  const latest = (to: string) => mails.find((mail) => mail.to === to)
  return {
    async send(mail) {
      failWhenTold()
      mails.unshift(mail)
    },
    sms: {
      async send(sms) {
        failWhenTold()
        messages.unshift(sms)
      },
    },
    list: () => [...mails],
    messages: () => [...messages],
    latest,
    code(to) {
      const code = [...mails, ...messages].find((message) => message.to === to && message.code)?.code
      if (code === undefined) throw new Error(`no code was sent to ${to}`)
      return code
    },
    link(to) {
      const link = mails.find((mail) => mail.to === to && mail.link)?.link
      if (link === undefined) throw new Error(`no link was sent to ${to}`)
      return link
    },
    failNext(times = 1) {
      failures = times
    },
  }
}
