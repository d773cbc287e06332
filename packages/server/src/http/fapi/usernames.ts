import { usernameAvailability } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits } from '../../limits/limit.ts'
import { isUsernameAvailable } from '../../usecases/is-username-available.ts'
import type { AppEnv } from '../context.ts'
import { readQuery } from '../read-input.ts'

/** Whether a username is free, asked while somebody types: `GET /v1/username_availability`. Ours, beside the protocol. */
export function usernameRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/username_availability', async (c) => {
    limit(c.var, limits.askUsername)
    const { username } = readQuery(c, usernameAvailability)
    const available = await isUsernameAvailable(c.var.deps, username, c.var.client)
    return c.json({ object: 'username_availability', available })
  })
}
