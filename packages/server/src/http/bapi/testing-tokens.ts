import type { Hono } from 'hono'
import { createTestingToken } from '../../usecases/create-testing-token.ts'
import type { AppEnv } from '../context.ts'

/** Tokens for test runs: `/v1/testing_tokens`. */
export function testingTokenRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/testing_tokens', async (c) => {
    const { token, expiresAt } = await createTestingToken(c.var.deps)
    return c.json({ object: 'testing_token', token, expires_at: Math.floor(expiresAt / 1000) })
  })
}
