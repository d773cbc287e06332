import { createServer, type IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createTwilioSms } from '../../src/node/sms/twilio-sms.ts'
import { createHttpBrowser, freePort, newFolder, serve } from '../support/command.ts'

const number = '+306945550123'

/** A server that speaks the part of Twilio's API by which messages are sent. */
async function startTwilio() {
  const received: { path: string; authorization: string; form: Record<string, string> }[] = []
  let status = 201
  const server = createServer(async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await textOf(request)))
    received.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', form })
    const body =
      status === 201 ? { sid: 'SM1', status: 'queued' } : { code: 21211, message: `not ${form.To}` }
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  const port = await freePort()
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  return {
    received,
    url: (sender: string) => `twilio://AC123:secret-token@127.0.0.1:${port}/${sender}`,
    answerWith(next: number) {
      status = next
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

test('somebody who signs up with a number reads their code in a message that went through Twilio', async () => {
  const twilio = await startTwilio()
  const server = await serve({
    USHER_DATA: await newFolder(),
    USHER_SMS_URL: twilio.url('+15005550006'),
    USHER_PHONE_NUMBER: '{"required":true}',
    USHER_EMAIL_ADDRESS: '{"enabled":false}',
  })
  const browser = createHttpBrowser(server.url)
  const given = { phone_number: number, password: 'correct horse battery staple' }
  const begun = await browser.post('/v1/client/sign_ups', given)
  const path = `/v1/client/sign_ups/${begun.body.response.id}`
  twilio.answerWith(400)
  const refused = await browser.post(`${path}/prepare_verification`, { strategy: 'phone_code' })
  expect([refused.status, refused.body.errors[0].code]).toEqual([503, 'sms_delivery_failed'])
  twilio.answerWith(201)
  expect((await browser.post(`${path}/prepare_verification`, { strategy: 'phone_code' })).status).toBe(200)
  const last = twilio.received.at(-1)
  expect(last).toMatchObject({
    path: '/2010-04-01/Accounts/AC123/Messages.json',
    authorization: `Basic ${btoa('AC123:secret-token')}`,
    form: { To: number, From: '+15005550006' },
  })
  const code = last?.form.Body?.match(/^\d{6}/)?.[0] ?? ''
  const done = await browser.post(`${path}/attempt_verification`, { strategy: 'phone_code', code })
  expect(done.body.response.status).toBe('complete')
})

test('a messaging service may send, and what Twilio refuses is told without the number', async () => {
  const twilio = await startTwilio()
  const sender = createTwilioSms(twilio.url('MG0123'))
  await sender.send({ to: number, text: 'Hello' })
  expect(twilio.received[0]?.form).toEqual({ To: number, Body: 'Hello', MessagingServiceSid: 'MG0123' })
  twilio.answerWith(500)
  await expect(sender.send({ to: number, text: 'Hello' })).rejects.toThrow(/^Twilio answered with 500$/)
})

test('in development the inbox takes text messages beside mail', async () => {
  const server = await serve({ USHER_DATA: await newFolder(), USHER_PHONE_NUMBER: '{"enabled":true}' })
  const browser = createHttpBrowser(server.url)
  const given = {
    email_address: 'a@example.com',
    phone_number: number,
    password: 'correct horse battery staple',
  }
  const begun = await browser.post('/v1/client/sign_ups', given)
  const path = `/v1/client/sign_ups/${begun.body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'phone_code' })
  const messages = await (await fetch(`${server.url}/_inbox.json`)).json()
  expect(messages).toMatchObject([{ channel: 'sms', to: number, code: expect.stringMatching(/^\d{6}$/) }])
})
