import type { TestBrowser, TestServer } from '../../src/testing/index.ts'
import type { Person } from './people.ts'

/** Settings where nobody is asked to prove again who they are. */
export const off = { reverification: { enabled: false, maxAge: 600_000 } }

/** The verification of one session of a browser. */
export function verificationOf(browser: TestBrowser, sessionId: string) {
  const path = `/v1/client/sessions/${sessionId}/verify`
  return {
    start: (level = 'second_factor') => browser.post(path, { level }),
    prepare: (factor: 'first' | 'second', fields: Record<string, unknown>) =>
      browser.post(`${path}/prepare_${factor}_factor`, fields),
    attempt: (factor: 'first' | 'second', fields: Record<string, unknown>) =>
      browser.post(`${path}/attempt_${factor}_factor`, fields),
  }
}

/** Lets so much time pass that nobody has lately proved who they are. */
export const growStale = (server: TestServer) => server.clock.advance(600_000)

/** Proves with the password once more who somebody is. */
export async function proveAgain({ browser, sessionId, password }: Person) {
  const verification = verificationOf(browser, sessionId)
  await verification.start()
  return verification.attempt('first', { strategy: 'password', password })
}
