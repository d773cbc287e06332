import { handshakePayload } from '@usher/protocol'
import type { Hono } from 'hono'
import { redeemHandshake } from '../../usecases/redeem-handshake.ts'
import type { AppEnv } from '../context.ts'
import { handshakeCookies } from '../handshake-cookies.ts'
import { readQuery } from '../read-input.ts'

/** What a browser brought to its backend: `/v1/clients/handshake_payload`. */
export function handshakePayloadRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/clients/handshake_payload', async (c) => {
    const { deps } = c.var
    const { nonce } = readQuery(c, handshakePayload)
    return c.json({ directives: await handshakeCookies(deps.place, await redeemHandshake(deps, nonce)) })
  })
}
