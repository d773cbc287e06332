import { removeUserPassword, setPasswordCompromised, verifyUserPassword } from '@usher/protocol'
import type { Hono } from 'hono'
import type { UserView } from '../../usecases/client-view.ts'
import { markPassword } from '../../usecases/mark-password.ts'
import { removeUserPassword as removePassword } from '../../usecases/remove-user-password.ts'
import { verifyUserPassword as verifyPassword } from '../../usecases/verify-user-password.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentBackendUser } from '../presenters/user.ts'
import { readBody } from '../read-input.ts'

/** Passwords of users, for a backend with a secret key. */
export function userPasswordRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/users/:id/remove_password', async (c) => {
    const { sign_out_of_other_sessions: signOut } = await readBody(c, removeUserPassword)
    const removed = { id: c.req.param('id'), signOut: signOut === true }
    return c.json(present(c, await removePassword(c.var.deps, removed)))
  })

  app.post('/v1/users/:id/verify_password', async (c) => {
    const { password } = await readBody(c, verifyUserPassword)
    await verifyPassword(c.var.deps, { id: c.req.param('id'), password })
    return c.json({ verified: true })
  })

  app.post('/v1/users/:id/password/set_compromised', async (c) => {
    const { revoke_all_sessions: signOut } = await readBody(c, setPasswordCompromised)
    const marked = { id: c.req.param('id'), isCompromised: true, signOut: signOut === true }
    return c.json(present(c, await markPassword(c.var.deps, marked)))
  })

  app.post('/v1/users/:id/password/unset_compromised', async (c) => {
    const marked = { id: c.req.param('id'), isCompromised: false, signOut: false }
    return c.json(present(c, await markPassword(c.var.deps, marked)))
  })
}

const present = (c: AppContext, view: UserView) =>
  presentBackendUser(c.var.deps, view, c.var.deps.clock.now())
