import type { ErrorCode } from '@usher/protocol/errors'
import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../../api-error.ts'
import type { ClientRow } from '../../database/schema/clients.ts'
import { findClientBySecret } from '../../stores/client-store.ts'
import { digestClientSecret } from '../../tokens/client-secret.ts'
import { refuseOvertaken, startClient } from '../../usecases/start-client.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { clientCookie, readCookie, writeClientSecret } from '../cookies.ts'

/** Recognises the browser by its cookie; a cookie that nobody knows counts as none. */
export const recogniseClient: MiddlewareHandler<AppEnv> = async (c, next) => {
  const deps = c.get('deps')
  const cookie = readCookie(c, clientCookie)
  const secret = cookie && cookie.length <= 128 ? cookie : null
  c.set('clientSecret', secret)
  const digest = secret === null ? null : await digestClientSecret(deps.vault, secret)
  c.set('client', digest === null ? null : ((await findClientBySecret(deps.db, digest)) ?? null))
  await next()
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
