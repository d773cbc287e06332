import type { ErrorCode } from '@usher/protocol/errors'
import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../../api-error.ts'
import type { ClientRow } from '../../database/schema/clients.ts'
import { findClientBySecret } from '../../stores/client-store.ts'
import { digestClientSecret } from '../../tokens/client-secret.ts'
import { startClient } from '../../usecases/start-client.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { clientCookie, readCookie, writeClientSecret } from '../cookies.ts'

/** Recognises the browser by its cookie; a cookie that nobody knows counts as none. */
export const recogniseClient: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { deps } = c.var
  const secret = readCookie(c, clientCookie)
  const digest = secret && secret.length <= 128 ? await digestClientSecret(deps.vault, secret) : null
  c.set('client', digest === null ? null : ((await findClientBySecret(deps.db, digest)) ?? null))
  await next()
}

/** The browser behind the request; 404, or what `code` says, when its cookie is missing or dead. */
export function requireClient(c: AppContext, code: ErrorCode = 'resource_not_found'): ClientRow {
  if (c.var.client) return c.var.client
  throw new ApiError(code)
}

/**
 * The browser behind the request; one that is not known yet gets its cookie. Only for calls that begin something: a
 * late answer to an old secret must not overwrite the new one.
 */
export async function ensureClient(c: AppContext): Promise<ClientRow> {
  if (c.var.client) return c.var.client
  const { client, clientSecret } = await startClient(c.var.deps)
  c.set('client', client)
  writeClientSecret(c, clientSecret)
  return client
}
