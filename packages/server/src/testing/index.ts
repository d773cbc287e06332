export { totpAt } from '../tokens/totp.ts'
export type { TestServer, TestServerOptions } from './assemble-test-server.ts'
export { createTestClock, type TestClock } from './clock.ts'
export { createTestServer } from './create-test-server.ts'
export { createTestInbox, type TestInbox } from './inbox.ts'
export {
  createTestAuthenticator,
  type Misdeeds,
  type TestAuthenticator,
  type TestPasskey,
} from './test-authenticator.ts'
export type { Answer, TestBrowser, TestBrowserOptions } from './test-browser.ts'
export { createTestCredentials, type TestCredentials } from './test-credentials.ts'
export {
  createTestProvider,
  type TestAccountClaims,
  type TestProvider,
  type TestProviderOptions,
  visitTestProvider,
} from './test-provider.ts'
