import type { ErrorCode } from '@usher/protocol/errors'
import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../../api-error.ts'
import type { ClientRow } from '../../database/schema/clients.ts'
import { findClientByPreviousSecret, findClientBySecret } from '../../stores/client-store.ts'
import { digestClientSecret } from '../../tokens/client-secret.ts'
import { fromDevBrowser } from '../../tokens/dev-browser.ts'
import { refuseOvertaken, startClient } from '../../usecases/start-client.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { clientCookie, readCookie, writeClientSecret } from '../cookies.ts'

/** Where backends that draw pages send browsers that they do not know. */
export const handshakePath = '/v1/client/handshake'

/**
 * Recognises the browser by its secret, and notes what carried it: the cookie; the header of a native app, which keeps no
 * cookies; or in development a parameter, where no cookie passes between the page and this server. A secret that nobody
 * knows counts as none.
 */
export const recogniseClient: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isNative = c.req.query('_is_native') === '1'
  const devBrowser =
    isNative || c.get('deps').place.mode === 'production' ? undefined : c.req.query('__clerk_db_jwt')
  if (devBrowser !== undefined && (await recogniseDevBrowser(c, devBrowser))) return next()
  c.set('carrier', isNative ? 'header' : 'cookie')
  const carried = isNative ? c.req.header('authorization') : readCookie(c, clientCookie)
  await recognise(c, carried && carried.length <= 128 ? carried : null)
  await next()
}

async function recognise(c: AppContext, secret: string | null): Promise<void> {
  const { db, vault } = c.get('deps')
  c.set('clientSecret', secret)
  const digest = secret === null ? null : await digestClientSecret(vault, secret)
  c.set('client', digest === null ? null : ((await findClientBySecret(db, digest)) ?? null))
}

/**
 * False when a backend passes on what is only a mark: the cookie says then which browser it is. Real clients get a new
 * name after the error.
 */
async function recogniseDevBrowser(c: AppContext, given: string): Promise<boolean> {
  const secret = fromDevBrowser(given)
  if (secret !== null) await recognise(c, secret)
  if (c.var.client || (secret !== null && (await wasReplaced(c, secret)))) {
    c.set('carrier', 'dev_browser')
    return true
  }
  if (c.req.path === handshakePath) return false
  throw new ApiError('dev_browser_unauthenticated')
}

// What was sent before the answer with the new secret came in is no reason to forget that one.
async function wasReplaced(c: AppContext, secret: string): Promise<boolean> {
  const { db, vault } = c.var.deps
  return (await findClientByPreviousSecret(db, await digestClientSecret(vault, secret), 0)) !== undefined
}

/** The browser behind the request; 404, or what `code` says, when its cookie is missing or dead. */
export function requireClient(c: AppContext, code: ErrorCode = 'resource_not_found'): ClientRow {
  if (c.var.client) return c.var.client
  throw new ApiError(code)
}

/**
 * The browser behind the request; one that is not known yet gets its cookie. Only for calls that begin something.
 * Throws `session_exists` when the browser has just been signed in by another call: a new cookie would overwrite the
 * one that this call brought home.
 */
export async function ensureClient(c: AppContext): Promise<ClientRow> {
  if (c.var.client) return c.var.client
  const { clientSecret: dead, deps } = c.var
  if (dead !== null) await refuseOvertaken(deps, dead)
  const { client, clientSecret } = await startClient(deps)
  c.set('client', client)
  writeClientSecret(c, clientSecret)
  return client
}
