export { createServer, publishableKeyOf, type ServerOptions, type UsherServer } from './create-server.ts'
export type { Bindings, CookieJar } from './http/context.ts'
export type { Mail, MailSender } from './ports/mail.ts'
