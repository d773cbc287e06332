import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { randomText } from '../tokens/id.ts'
import { sessionRoutes } from './bapi/sessions.ts'
import { userRoutes } from './bapi/users.ts'
import type { AppContext, AppEnv } from './context.ts'
import { errorResponse } from './error-response.ts'
import { clientRoutes } from './fapi/client.ts'
import { emailAddressRoutes } from './fapi/email-addresses.ts'
import { environmentRoutes } from './fapi/environment.ts'
import { meRoutes } from './fapi/me.ts'
import { mySessionRoutes } from './fapi/my-sessions.ts'
import { clientSessionRoutes } from './fapi/sessions.ts'
import { signInRoutes } from './fapi/sign-ins.ts'
import { signUpRoutes } from './fapi/sign-ups.ts'
import { recogniseClient } from './middleware/client.ts'
import { cors } from './middleware/cors.ts'
import { requireSecretKey } from './middleware/secret-key.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { healthRoutes } from './well-known/health.ts'
import { jwksRoutes } from './well-known/jwks.ts'

/** Routes of both APIs over the same dependencies: a secret key in `Authorization` leads to the Backend API. */
export function createApp(deps: Deps): { frontend: Hono<AppEnv>; backend: Hono<AppEnv> } {
  return { frontend: createFrontend(deps), backend: createBackend(deps) }
}

const maxBody = 1_048_576

function createFrontend(deps: Deps): Hono<AppEnv> {
  const app = createBase(deps, true)
  jwksRoutes(app)
  healthRoutes(app)
  app.use('/v1/*', cors, recogniseClient)
  environmentRoutes(app)
  clientRoutes(app)
  signUpRoutes(app)
  signInRoutes(app)
  clientSessionRoutes(app)
  meRoutes(app)
  emailAddressRoutes(app)
  mySessionRoutes(app)
  return app
}

function createBackend(deps: Deps): Hono<AppEnv> {
  const app = createBase(deps, false)
  app.use('/v1/*', requireSecretKey)
  jwksRoutes(app)
  userRoutes(app)
  sessionRoutes(app)
  return app
}

function createBase(deps: Deps, withClient: boolean): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    setVariables(c, deps)
    // No id holds a NUL, and PostgreSQL would refuse the question.
    if (/%00|\0/.test(c.req.path)) throw new ApiError('resource_not_found')
    await next()
  })
  app.use(securityHeaders)
  app.use(bodyLimit({ maxSize: maxBody, onError: (c) => tooLarge(c as AppContext, withClient) }))
  app.notFound((c) => errorResponse(c, new ApiError('resource_not_found'), withClient))
  app.onError((error, c) => errorResponse(c, error, withClient))
  return app
}

const tooLarge = (c: AppContext, withClient: boolean) =>
  errorResponse(c, new ApiError('payload_too_large'), withClient)

function setVariables(c: AppContext, deps: Deps): void {
  c.set('deps', deps)
  c.set('traceId', randomText(deps.random, 32).toLowerCase())
  c.set('origin', c.env.origin ?? c.req.header('origin') ?? null)
  c.set('client', null)
  c.set('device', {
    userAgent: (c.env.userAgent ?? c.req.header('user-agent') ?? '').slice(0, 512),
    ipAddress: c.env.ipAddress ?? null,
  })
}
