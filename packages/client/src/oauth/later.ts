// What an app needs once somebody goes to a provider or comes back, in one chunk.
export { askProvider } from './ask-provider.ts'
export { authenticate, authenticateInPopup } from './authenticate.ts'
export { handleRedirect } from './handle-redirect.ts'
export { settleCallback } from './settle-callback.ts'
