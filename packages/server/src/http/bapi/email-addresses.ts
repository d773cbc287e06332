import { addEmailAddress, replaceEmailAddress, updateEmailAddress } from '@usher/protocol'
import type { Hono } from 'hono'
import { addContact } from '../../usecases/add-contact.ts'
import { deleteContact } from '../../usecases/delete-contact.ts'
import { type ContactView, readAnyContact } from '../../usecases/read-contact.ts'
import { replaceContacts } from '../../usecases/replace-contacts.ts'
import { updateContact } from '../../usecases/update-contact.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentEmailAddress } from '../presenters/email-address.ts'
import { readBody } from '../read-input.ts'

const kind = 'email_address'

/** Addresses of any user, for a backend with a secret key: `/v1/email_addresses`. */
export function backendEmailAddressRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/email_addresses', async (c) => {
    const { user_id: userId, email_address: value, ...fields } = await readBody(c, addEmailAddress)
    const chosen = {
      isVerified: fields.verified === true,
      isPrimary: fields.primary === true,
      notifiesOwner: fields.notify_primary_email_address_changed === true,
    }
    return c.json(present(c, await addContact(c.var.deps, { kind, userId, value, ...chosen })))
  })

  app.put('/v1/users/:id/email_address', async (c) => {
    const fields = await readBody(c, replaceEmailAddress)
    const { email_address: value, identification_status: status } = fields
    const notifiesOwner = fields.notify_primary_email_address_changed === true
    const chosen = { kind, userId: c.req.param('id'), value, status, notifiesOwner } as const
    return c.json(present(c, await replaceContacts(c.var.deps, chosen)))
  })

  app.get('/v1/email_addresses/:id', async (c) =>
    c.json(present(c, await readAnyContact(c.var.deps, kind, c.req.param('id')))),
  )

  app.patch('/v1/email_addresses/:id', async (c) => {
    const {
      verified,
      primary,
      notify_primary_email_address_changed: notify,
    } = await readBody(c, updateEmailAddress)
    const chosen = {
      isVerified: verified ?? undefined,
      isPrimary: primary === true,
      notifiesOwner: notify === true,
    }
    return c.json(present(c, await updateContact(c.var.deps, { kind, id: c.req.param('id'), ...chosen })))
  })

  app.delete('/v1/email_addresses/:id', async (c) => {
    const { contact } = await readAnyContact(c.var.deps, kind, c.req.param('id'))
    const id = await deleteContact(c.var.deps, { kind, userId: contact.user_id, id: contact.id })
    return c.json({ object: kind, id, deleted: true })
  })
}

const present = (c: AppContext, { contact, verifications }: ContactView) =>
  presentEmailAddress(contact, verifications, c.var.deps.clock.now())
