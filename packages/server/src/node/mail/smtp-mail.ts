import type { MailSender } from '../../ports/mail.ts'

const patience = 10_000

/**
 * Delivers mail through an SMTP server.
 * @param url `smtp://user:password@host:port`, `smtps://` for TLS from the start
 * @param from the sender, for example `Acme <no-reply@acme.example>`
 */
export function createSmtpMail(url: string, from: string): MailSender {
  const connect = () =>
    import('nodemailer').then(({ createTransport }) =>
      createTransport({
        url,
        connectionTimeout: patience,
        greetingTimeout: patience,
        socketTimeout: patience,
        disableFileAccess: true,
        disableUrlAccess: true,
      }),
    )
  let connecting: ReturnType<typeof connect> | null = null
  return {
    async send({ to, subject, text, html }) {
      connecting ??= connect()
      const transport = await connecting
      await transport.sendMail({ from, to, subject, text, html })
    },
  }
}
