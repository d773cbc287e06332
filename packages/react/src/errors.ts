export {
  type ClerkAPIError,
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isKnownError,
} from '@usher/client'
