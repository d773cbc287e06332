export type { TestServer, TestServerOptions } from '../testing/assemble-test-server.ts'
export type { TestClock } from '../testing/clock.ts'
export type { TestInbox } from '../testing/inbox.ts'
export {
  createTestAuthenticator,
  type Misdeeds,
  type TestAuthenticator,
  type TestPasskey,
} from '../testing/test-authenticator.ts'
export type { Answer, TestBrowser, TestBrowserOptions } from '../testing/test-browser.ts'
export { createTestCredentials, type TestCredentials } from '../testing/test-credentials.ts'
export { createPageServer } from './create-page-server.ts'
