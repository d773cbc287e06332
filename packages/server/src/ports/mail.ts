/** A mail as the server hands it over for delivery. */
export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  /** What the mail is for, so that an inbox can offer it for copying. */
  code?: string
  link?: string
}

/** Delivers mail. Rejects when the provider refuses or does not answer; the caller turns that into a typed error. */
export type MailSender = { send(mail: Mail): Promise<void> }
