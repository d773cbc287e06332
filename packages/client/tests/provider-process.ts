import { createTestProvider } from '@usher/testing'

// A process of its own: a library for servers does not run in the realm of a page.
const ada = { email: 'ada@example.com', email_verified: true, given_name: 'Ada' }
const { settings } = await createTestProvider({ accounts: { ada } })
process.send?.(settings)
