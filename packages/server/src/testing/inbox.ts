import type { Mail, MailSender } from '../ports/mail.ts'

/** A mailbox for every address; mail arrives at once. */
export type TestInbox = MailSender & {
  /** All mail, newest first. */
  list(): Mail[]
  /** The newest mail to an address. */
  latest(to: string): Mail | undefined
  /** The newest code sent to an address; throws when there is none. */
  code(to: string): string
  /** Makes the next deliveries fail, as a provider does that is down. */
  failNext(times?: number): void
}

export function createTestInbox(): TestInbox {
  const mails: Mail[] = []
  let failures = 0
  const latest = (to: string) => mails.find((mail) => mail.to === to)
  return {
    async send(mail) {
      if (failures > 0) {
        failures -= 1
        throw new Error('the provider does not answer')
      }
      mails.unshift(mail)
    },
    list: () => [...mails],
    latest,
    code(to) {
      const code = latest(to)?.code
      if (code === undefined) throw new Error(`no code was sent to ${to}`)
      return code
    },
    failNext(times = 1) {
      failures = times
    },
  }
}
