import { type AddressObject, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { createSmtpMail } from '../../src/node/mail/smtp-mail.ts'
import { createHttpBrowser, end, freePort, newFolder, serve } from '../support/command.ts'

type Received = { from: string; to: string; subject: string; text: string; html: string }

/** A real SMTP server that takes mail from the user `usher` with the password `letters`. */
async function startMailServer() {
  const received: Received[] = []
  let isRefusing = false
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth: ({ username, password }, _, done) =>
      username === 'usher' && password === 'letters' ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo: (_address, _session, done) => done(isRefusing ? new Error('the box is full') : null),
    onData(stream, _, done) {
      simpleParser(stream).then((mail) => {
        const to = (mail.to as AddressObject).text
        const { subject = '', text = '', html } = mail
        received.push({ from: mail.from?.text ?? '', to, subject, text, html: html || '' })
        done()
      }, done)
    },
  })
  const port = await freePort()
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  return {
    url: `smtp://usher:letters@127.0.0.1:${port}`,
    received,
    refuse(refuses: boolean) {
      isRefusing = refuses
    },
  }
}

test('somebody who signs up reads their code in a mail that came over SMTP', async () => {
  const mail = await startMailServer()
  const server = await serve({
    USHER_DATA: await newFolder(),
    USHER_SMTP_URL: mail.url,
    USHER_MAIL_FROM: 'Acme <no-reply@acme.example>',
    USHER_APPLICATION_NAME: 'Acme & Sons',
  })
  expect((await fetch(`${server.url}/_inbox.json`)).status).toBe(404)
  const browser = createHttpBrowser(server.url)
  const given = { email_address: 'Ada@Example.com', password: 'correct horse battery staple' }
  const begun = await browser.post('/v1/client/sign_ups', given)
  const path = `/v1/client/sign_ups/${begun.body.response.id}`
  mail.refuse(true)
  const refused = await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  expect([refused.status, refused.body.errors[0].code]).toEqual([503, 'mail_delivery_failed'])
  mail.refuse(false)
  expect((await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })).status).toBe(200)
  expect(mail.received).toHaveLength(1)
  const [letter] = mail.received
  expect(letter).toMatchObject({ subject: 'Your code for Acme & Sons' })
  expect(letter?.from).toContain('no-reply@acme.example')
  expect(letter?.to.toLowerCase()).toBe('ada@example.com')
  const code = letter?.text.match(/^\d{6}$/m)?.[0] ?? ''
  expect(letter?.html).toContain(code)
  const done = await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })
  expect(done.body.response.status).toBe('complete')
  const { stderr } = await end(server, 'SIGTERM')
  expect(stderr).toContain('mail_failed')
  for (const secret of [code, 'letters', 'example.com', 'correct horse']) expect(stderr).not.toContain(secret)
})

test('a mail server that is away or wants another password makes the delivery fail', async () => {
  const mail = await startMailServer()
  const letter = { to: 'ada@example.com', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }
  const from = 'Acme <no-reply@acme.example>'
  await expect(createSmtpMail(mail.url.replace('letters', 'wrong'), from).send(letter)).rejects.toThrow()
  const nobody = `smtp://127.0.0.1:${await freePort()}`
  await expect(createSmtpMail(nobody, from).send(letter)).rejects.toThrow()
  await createSmtpMail(mail.url, from).send(letter)
  expect(mail.received.map(({ subject }) => subject)).toEqual(['Hello'])
})
