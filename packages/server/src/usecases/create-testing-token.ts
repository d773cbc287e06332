import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { createTestingToken as create, testingTokenLifetime } from '../tokens/testing-token.ts'

/** Makes a token for a test run; only in test mode, which production refuses (S64). */
export async function createTestingToken({ settings, vault, clock }: Deps) {
  if (!settings.testMode)
    throw new ApiError('resource_forbidden', {
      longMessage: 'Testing tokens need test mode: set testMode (USHER_TEST_MODE) in development.',
    })
  const expiresAt = clock.now() + testingTokenLifetime
  return { token: await create(vault, expiresAt), expiresAt }
}
