import type { SmsSender } from '../../ports/sms.ts'

const patience = 10_000

/**
 * Delivers text messages through Twilio (`POST /2010-04-01/Accounts/{sid}/Messages.json`).
 * @param url `twilio://<account sid>:<auth token>@api.twilio.com/<sender>`; the sender is a number such as
 *   `+15005550006` or the sid of a messaging service
 */
export function createTwilioSms(url: string): SmsSender {
  const { hostname, host, username, password, pathname } = new URL(url)
  const [accountSid, authToken, sender] = [username, password, pathname.slice(1)].map(decodeURIComponent)
  const origin = `${isLoopback(hostname) ? 'http' : 'https'}://${host}`
  const senderField = sender?.startsWith('MG') ? 'MessagingServiceSid' : 'From'
  return {
    async send({ to, text }) {
      const answer = await fetch(`${origin}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
        body: new URLSearchParams({ To: to, Body: text, [senderField]: sender ?? '' }),
        signal: AbortSignal.timeout(patience),
      })
      await answer.arrayBuffer()
      if (answer.status !== 201) throw new TwilioError(answer.status)
    },
  }
}

/** Twilio took no message; its own words may hold the number, so they are not kept (S65). */
class TwilioError extends Error {
  override readonly name = 'TwilioError'
  constructor(status: number) {
    super(`Twilio answered with ${status}`)
  }
}

const isLoopback = (hostname: string) => hostname === 'localhost' || hostname.startsWith('127.')
