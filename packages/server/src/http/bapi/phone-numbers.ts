import { addPhoneNumber, replacePhoneNumber, updatePhoneNumber } from '@usher/protocol'
import type { Hono } from 'hono'
import { addContact } from '../../usecases/add-contact.ts'
import { deleteContact } from '../../usecases/delete-contact.ts'
import { type ContactView, readAnyContact } from '../../usecases/read-contact.ts'
import { replaceContacts } from '../../usecases/replace-contacts.ts'
import { updateContact } from '../../usecases/update-contact.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentPhoneNumber } from '../presenters/phone-number.ts'
import { readBody } from '../read-input.ts'

const kind = 'phone_number'

/** Phone numbers of any user, for a backend with a secret key: `/v1/phone_numbers`. */
export function backendPhoneNumberRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/phone_numbers', async (c) => {
    const { user_id: userId, phone_number: value, ...fields } = await readBody(c, addPhoneNumber)
    const chosen = {
      isVerified: fields.verified === true,
      isPrimary: fields.primary === true,
      isReserved: fields.reserved_for_second_factor ?? undefined,
    }
    return c.json(present(c, await addContact(c.var.deps, { kind, userId, value, ...chosen })))
  })

  app.put('/v1/users/:id/phone_number', async (c) => {
    const { phone_number: value, identification_status: status } = await readBody(c, replacePhoneNumber)
    const chosen = { kind, userId: c.req.param('id'), value, status } as const
    return c.json(present(c, await replaceContacts(c.var.deps, chosen)))
  })

  app.get('/v1/phone_numbers/:id', async (c) =>
    c.json(present(c, await readAnyContact(c.var.deps, kind, c.req.param('id')))),
  )

  app.patch('/v1/phone_numbers/:id', async (c) => {
    const fields = await readBody(c, updatePhoneNumber)
    const chosen = {
      isVerified: fields.verified ?? undefined,
      isPrimary: fields.primary === true,
      isReserved: fields.reserved_for_second_factor ?? undefined,
    }
    return c.json(present(c, await updateContact(c.var.deps, { kind, id: c.req.param('id'), ...chosen })))
  })

  app.delete('/v1/phone_numbers/:id', async (c) => {
    const { contact } = await readAnyContact(c.var.deps, kind, c.req.param('id'))
    const id = await deleteContact(c.var.deps, { kind, userId: contact.user_id, id: contact.id })
    return c.json({ object: kind, id, deleted: true })
  })
}

const present = (c: AppContext, { contact, verifications }: ContactView) =>
  presentPhoneNumber(contact, verifications, c.var.deps.clock.now())
