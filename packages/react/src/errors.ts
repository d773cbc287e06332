export {
  type ClerkAPIError,
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  EmailLinkErrorCodeStatus,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isEmailLinkError,
  isKnownError,
  isReverificationCancelledError,
} from '@usher/client'
