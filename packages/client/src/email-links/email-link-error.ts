/** What kept a link from being confirmed. */
export const EmailLinkErrorCodeStatus = {
  Expired: 'expired',
  Failed: 'failed',
  ClientMismatch: 'client_mismatch',
} as const

export type EmailLinkErrorStatus = (typeof EmailLinkErrorCodeStatus)[keyof typeof EmailLinkErrorCodeStatus]

/** A link that did not prove anything; `code` says why. */
export class EmailLinkError extends Error {
  override readonly name = 'EmailLinkError'
  readonly code: EmailLinkErrorStatus

  constructor(code: EmailLinkErrorStatus) {
    super(`The link was not confirmed: ${code}.`)
    this.code = code
  }
}

export const isEmailLinkError = (error: unknown): error is EmailLinkError => error instanceof EmailLinkError
