export { totpAt } from '../tokens/totp.ts'
export type { TestServer, TestServerOptions } from './assemble-test-server.ts'
export { createTestClock, type TestClock } from './clock.ts'
export { createTestServer } from './create-test-server.ts'
export { createTestInbox, type TestInbox } from './inbox.ts'
export type { Answer, TestBrowser, TestBrowserOptions } from './test-browser.ts'
export {
  createTestProvider,
  type TestAccountClaims,
  type TestProvider,
  type TestProviderOptions,
  visitTestProvider,
} from './test-provider.ts'
