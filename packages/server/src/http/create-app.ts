import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { accessIdentifierRoutes } from './bapi/access-identifiers.ts'
import { backendClientRoutes } from './bapi/clients.ts'
import { contactVerificationRoutes } from './bapi/contact-verifications.ts'
import { backendEmailAddressRoutes } from './bapi/email-addresses.ts'
import { backendExternalAccountRoutes } from './bapi/external-accounts.ts'
import { handshakePayloadRoutes } from './bapi/handshakes.ts'
import { invitationRoutes } from './bapi/invitations.ts'
import { oauthAccessTokenRoutes } from './bapi/oauth-access-tokens.ts'
import { backendPhoneNumberRoutes } from './bapi/phone-numbers.ts'
import { backendProfileImageRoutes } from './bapi/profile-image.ts'
import { backendSecondFactorRoutes } from './bapi/second-factors.ts'
import { sessionRoutes } from './bapi/sessions.ts'
import { testingTokenRoutes } from './bapi/testing-tokens.ts'
import { ticketRoutes } from './bapi/tickets.ts'
import { userOrganizationRoutes } from './bapi/user-organizations.ts'
import { userPasswordRoutes } from './bapi/user-passwords.ts'
import { userRoutes } from './bapi/users.ts'
import { waitlistEntryRoutes } from './bapi/waitlist-entries.ts'
import type { AppContext, AppEnv } from './context.ts'
import { errorResponse } from './error-response.ts'
import { clientRoutes } from './fapi/client.ts'
import { devBrowserRoutes } from './fapi/dev-browser.ts'
import { emailAddressRoutes } from './fapi/email-addresses.ts'
import { emailLinkRoutes } from './fapi/email-links.ts'
import { environmentRoutes } from './fapi/environment.ts'
import { eventRoutes } from './fapi/events.ts'
import { externalAccountRoutes } from './fapi/external-accounts.ts'
import { handshakeRoutes } from './fapi/handshake.ts'
import { meRoutes } from './fapi/me.ts'
import { mySessionRoutes } from './fapi/my-sessions.ts'
import { oauthCallbackRoutes, postedCallbackRoute } from './fapi/oauth-callback.ts'
import { organizationRoutes } from './fapi/organizations.ts'
import { passkeyRoutes } from './fapi/passkeys.ts'
import { phoneNumberRoutes } from './fapi/phone-numbers.ts'
import { profileImageRoutes } from './fapi/profile-image.ts'
import { secondFactorRoutes } from './fapi/second-factors.ts'
import { sessionVerificationRoutes } from './fapi/session-verifications.ts'
import { clientSessionRoutes } from './fapi/sessions.ts'
import { signInRoutes } from './fapi/sign-ins.ts'
import { signUpRoutes } from './fapi/sign-ups.ts'
import { acceptTicketRoutes } from './fapi/tickets.ts'
import { usernameRoutes } from './fapi/usernames.ts'
import { waitlistRoutes } from './fapi/waitlist.ts'
import { recogniseClient } from './middleware/client.ts'
import { cors } from './middleware/cors.ts'
import { requireSecretKey } from './middleware/secret-key.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { acceptTestingToken } from './middleware/testing-token.ts'
import { nextRevision } from './presenters/client.ts'
import { healthRoutes } from './well-known/health.ts'
import { imageRoutes } from './well-known/images.ts'
import { jwksRoutes } from './well-known/jwks.ts'

/** Routes of both APIs over the same dependencies: a secret key in `Authorization` leads to the Backend API. */
export function createApp(deps: Deps): { frontend: Hono<AppEnv>; backend: Hono<AppEnv> } {
  return { frontend: createFrontend(deps), backend: createBackend(deps) }
}

const maxBody = 1_048_576
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

function createFrontend(deps: Deps): Hono<AppEnv> {
  const app = createBase(deps, true)
  jwksRoutes(app)
  healthRoutes(app)
  imageRoutes(app)
  // A provider is no page of ours, and sends no cookie along: what it posts is only turned into a GET.
  postedCallbackRoute(app)
  app.use('/v1/*', cors, refuseOversized(true), refuseNul)
  environmentRoutes(app)
  devBrowserRoutes(app)
  app.use('/v1/*', acceptTestingToken, recogniseClient)
  handshakeRoutes(app)
  clientRoutes(app)
  signUpRoutes(app)
  signInRoutes(app)
  clientSessionRoutes(app)
  sessionVerificationRoutes(app)
  meRoutes(app)
  organizationRoutes(app)
  profileImageRoutes(app)
  emailAddressRoutes(app)
  phoneNumberRoutes(app)
  passkeyRoutes(app)
  secondFactorRoutes(app)
  mySessionRoutes(app)
  usernameRoutes(app)
  eventRoutes(app)
  emailLinkRoutes(app)
  acceptTicketRoutes(app)
  waitlistRoutes(app)
  externalAccountRoutes(app)
  oauthCallbackRoutes(app)
  return app
}

function createBackend(deps: Deps): Hono<AppEnv> {
  const app = createBase(deps, false)
  app.use('/v1/*', requireSecretKey, refuseOversized(false), refuseNul)
  jwksRoutes(app)
  userRoutes(app)
  userPasswordRoutes(app)
  userOrganizationRoutes(app)
  backendProfileImageRoutes(app)
  backendSecondFactorRoutes(app)
  oauthAccessTokenRoutes(app)
  backendExternalAccountRoutes(app)
  backendEmailAddressRoutes(app)
  backendPhoneNumberRoutes(app)
  contactVerificationRoutes(app)
  sessionRoutes(app)
  testingTokenRoutes(app)
  handshakePayloadRoutes(app)
  backendClientRoutes(app)
  ticketRoutes(app)
  invitationRoutes(app)
  accessIdentifierRoutes(app)
  waitlistEntryRoutes(app)
  return app
}

function createBase(deps: Deps, withClient: boolean): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use((c, next) => {
    setVariables(c, deps)
    return next()
  })
  app.use(securityHeaders)
  app.notFound((c) => errorResponse(c, noRoute(app, c), withClient))
  app.onError((error, c) => errorResponse(c, error, withClient))
  return app
}

/** 405 with the methods that the path has, else 404. */
function noRoute(app: Hono<AppEnv>, c: AppContext): ApiError {
  const allowed = methods.filter((method) => {
    const [handlers] = app.router.match(method, c.req.path)
    return handlers.some(([[, route]]) => route.method === method)
  })
  if (allowed.length === 0) return new ApiError('resource_not_found')
  c.header('Allow', allowed.join(', '))
  return new ApiError('method_not_allowed')
}

function refuseOversized(withClient: boolean): MiddlewareHandler<AppEnv> {
  const limited = bodyLimit({
    maxSize: maxBody,
    onError: (c) => errorResponse(c as AppContext, new ApiError('payload_too_large'), withClient),
  })
  // A read has no body, and looking for one costs more than the rest of its way here. A picture has a limit of its own.
  const isPicture = ({ req }: AppContext) => req.method === 'POST' && req.path.endsWith('/profile_image')
  return (c, next) =>
    c.req.method === 'GET' || c.req.method === 'HEAD' || isPicture(c) ? next() : limited(c, next)
}

// No id holds a NUL, and PostgreSQL would refuse the question.
const refuseNul: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (/%00|\0/.test(c.req.path)) throw new ApiError('resource_not_found')
  return next()
}

function setVariables(c: AppContext, deps: Deps): void {
  c.set('deps', deps)
  c.set('revision', nextRevision(deps.clock.now()))
  c.set('traceId', crypto.randomUUID().replaceAll('-', ''))
  c.set('origin', c.env.origin ?? c.req.header('origin') ?? null)
  c.set('isTestRun', false)
  c.set('carrier', 'cookie')
  c.set('clientSecret', null)
  c.set('client', null)
  c.set('device', {
    userAgent: (c.env.userAgent ?? c.req.header('user-agent') ?? '').slice(0, 512),
    ipAddress: c.env.ipAddress ?? null,
  })
}
