import { attemptContact } from '@usher/protocol'
import type { Hono } from 'hono'
import type { ContactKind } from '../../database/schema/contacts.ts'
import { checkContactCode, sendContactCode } from '../../usecases/prove-contact.ts'
import type { AppEnv } from '../context.ts'
import { presentBackendVerification } from '../presenters/verification.ts'
import { readBody } from '../read-input.ts'

const folders: [ContactKind, string][] = [
  ['email_address', 'email_addresses'],
  ['phone_number', 'phone_numbers'],
]

/** Codes for screens that a backend draws itself: `/v1/email_addresses/{id}/prepare_verification` and its siblings. */
export function contactVerificationRoutes(app: Hono<AppEnv>): void {
  for (const [kind, folder] of folders) {
    app.post(`/v1/${folder}/:id/prepare_verification`, async (c) => {
      const { deps } = c.var
      const row = await sendContactCode(deps, { kind, id: c.req.param('id') })
      return c.json(presentBackendVerification(row, deps.clock.now()))
    })

    app.post(`/v1/${folder}/:id/attempt_verification`, async (c) => {
      const { deps } = c.var
      const { verification_id: verificationId, code } = await readBody(c, attemptContact)
      const row = await checkContactCode(deps, { kind, id: c.req.param('id'), verificationId, code })
      return c.json(presentBackendVerification(row, deps.clock.now()))
    })
  }
}
