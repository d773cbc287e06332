import { changePassword, removePassword, updateMe, updateMyMetadata } from '@usher/protocol'
import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import { limitTries } from '../../limits/limit.ts'
import {
  type ChangedMe,
  changePassword as change,
  removePassword as remove,
} from '../../usecases/change-password.ts'
import type { UserView } from '../../usecases/client-view.ts'
import { deleteMe } from '../../usecases/delete-user.ts'
import { readUser } from '../../usecases/read-user.ts'
import { updateMe as update } from '../../usecases/update-me.ts'
import { updateUserMetadata } from '../../usecases/update-user-metadata.ts'
import { speaksUpTo } from '../api-version.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { writeClientSecret } from '../cookies.ts'
import { presentUser } from '../presenters/user.ts'
import { readBody } from '../read-input.ts'
import { requireFreshSession, requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

/** The last version of the API whose `PATCH /v1/me` takes a password. */
const passwordInPatch = '2024-10-01'

/** The person who is signed in: `/v1/me`. */
export function meRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/me', async (c) => {
    const { session } = await requireSession(c)
    return answer(c, await readUser(c.var.deps, session.user_id))
  })

  app.patch('/v1/me', async (c) => {
    const caller = await requireSession(c)
    const fields = await readBody(c, updateMe)
    if (fields.password !== undefined) {
      if (!speaksUpTo(c, passwordInPatch)) throw new ApiError('form_param_unknown', { paramName: 'password' })
      limitTries(c.var, caller.session.user_id)
    }
    return answerChange(c, await update(c.var.deps, { caller, fields }))
  })

  app.delete('/v1/me', async (c) => {
    const id = await deleteMe(c.var.deps, await requireFreshSession(c))
    return respond(c, { object: 'user', id, deleted: true })
  })

  app.patch('/v1/me/metadata', async (c) => {
    const { session } = await requireSession(c)
    const { unsafe_metadata } = await readBody(c, updateMyMetadata)
    const change = { id: session.user_id, fields: { unsafe_metadata }, by: 'merge' } as const
    return answer(c, await updateUserMetadata(c.var.deps, change))
  })

  app.post('/v1/me/change_password', async (c) => {
    const caller = await requireFreshSession(c)
    limitTries(c.var, caller.session.user_id)
    const fields = await readBody(c, changePassword)
    const input = {
      caller,
      currentPassword: fields.current_password,
      newPassword: fields.new_password,
      signOutOfOtherSessions: fields.sign_out_of_other_sessions,
    }
    return answerChange(c, await change(c.var.deps, input))
  })

  app.post('/v1/me/remove_password', async (c) => {
    const caller = await requireFreshSession(c)
    limitTries(c.var, caller.session.user_id)
    const { current_password: currentPassword } = await readBody(c, removePassword)
    return answerChange(c, await remove(c.var.deps, { caller, currentPassword }))
  })
}

function answer(c: AppContext, view: UserView): Promise<Response> {
  const { clock } = c.var.deps
  return respond(c, presentUser(c.var.deps, view, clock.now()))
}

function answerChange(c: AppContext, { user, clientSecret }: ChangedMe): Promise<Response> {
  if (clientSecret !== null) writeClientSecret(c, clientSecret)
  return answer(c, user)
}
