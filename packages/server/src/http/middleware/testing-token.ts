import type { MiddlewareHandler } from 'hono'
import { isTestingToken } from '../../tokens/testing-token.ts'
import type { AppEnv } from '../context.ts'

const noLimits = { isOn: false, hit: () => 0 }

/** Lifts the limits for the requests of a test run: in test mode, with a token in `__clerk_testing_token`. */
export const acceptTestingToken: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { deps } = c.var
  const token = deps.settings.testMode ? c.req.query('__clerk_testing_token') : undefined
  if (token && (await isTestingToken(deps.vault, token, deps.clock.now()))) {
    c.set('deps', { ...deps, limiter: noLimits })
    c.set('isTestRun', true)
  }
  await next()
}
