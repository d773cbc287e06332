/** A text message as the server hands it over for delivery. */
export type Sms = {
  /** E.164 */
  to: string
  text: string
  /** What the message is for, so that an inbox can offer it for copying. */
  code?: string
}

/** Delivers text messages. Rejects when the provider refuses or does not answer; the caller turns that into a typed error. */
export type SmsSender = { send(sms: Sms): Promise<void> }
