import { addEmailAddress, updateEmailAddress } from '@usher/protocol'
import type { Hono } from 'hono'
import { addEmailAddress as add } from '../../usecases/add-email-address.ts'
import { deleteEmailAddress } from '../../usecases/delete-email-address.ts'
import { type EmailAddressView, readAnyEmailAddress } from '../../usecases/read-email-address.ts'
import { updateEmailAddress as update } from '../../usecases/update-email-address.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentEmailAddress } from '../presenters/email-address.ts'
import { readBody } from '../read-input.ts'

/** Addresses of any user, for a backend with a secret key: `/v1/email_addresses`. */
export function backendEmailAddressRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/email_addresses', async (c) => {
    const { user_id: userId, email_address: value, ...fields } = await readBody(c, addEmailAddress)
    const input = { userId, value, isVerified: fields.verified === true, isPrimary: fields.primary === true }
    return c.json(present(c, await add(c.var.deps, input)))
  })

  app.get('/v1/email_addresses/:id', async (c) =>
    c.json(present(c, await readAnyEmailAddress(c.var.deps, c.req.param('id')))),
  )

  app.patch('/v1/email_addresses/:id', async (c) => {
    const { verified, primary } = await readBody(c, updateEmailAddress)
    const input = { id: c.req.param('id'), isVerified: verified ?? undefined, isPrimary: primary === true }
    return c.json(present(c, await update(c.var.deps, input)))
  })

  app.delete('/v1/email_addresses/:id', async (c) => {
    const { emailAddress } = await readAnyEmailAddress(c.var.deps, c.req.param('id'))
    const id = await deleteEmailAddress(c.var.deps, { userId: emailAddress.user_id, id: emailAddress.id })
    return c.json({ object: 'email_address', id, deleted: true })
  })
}

const present = (c: AppContext, { emailAddress, verifications }: EmailAddressView) =>
  presentEmailAddress(emailAddress, verifications, c.var.deps.clock.now())
