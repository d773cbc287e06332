import type { Sms } from '../ports/sms.ts'

/** The message that carries a one-time code; the code comes first, so that a lock screen and autofill show it. */
export const codeSms = (to: string, code: string, applicationName: string): Sms => ({
  to,
  text: `${code} is your code for ${applicationName}. It works for 10 minutes.`,
  code,
})

/** Tells the owner of a number that somebody tried to sign up with it (S18); only sent when enumeration protection is on. */
export const accountExistsSms = (to: string, applicationName: string): Sms => ({
  to,
  text: `Somebody tried to create an account for ${applicationName} with this number, but you have one already.`,
})
