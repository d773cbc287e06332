export { createTestClock, type TestClock } from './clock.ts'
export { createTestServer, type TestServer, type TestServerOptions } from './create-test-server.ts'
export { createTestInbox, type TestInbox } from './inbox.ts'
export type { Answer, TestBrowser, TestBrowserOptions } from './test-browser.ts'
