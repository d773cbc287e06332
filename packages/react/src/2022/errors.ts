import { EmailLinkErrorCodeStatus, isEmailLinkError } from '@usher/client'

/** What kept a link from being confirmed. */
export const MagicLinkErrorCode = EmailLinkErrorCodeStatus

/** Whether a link did not prove anything; `code` says why. */
export const isMagicLinkError = isEmailLinkError
