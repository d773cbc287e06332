import { attemptTotp, type BackupCodeJSON, type TotpJSON } from '@usher/protocol'
import type { Hono } from 'hono'
import type { UserRow } from '../../database/schema/users.ts'
import { limit, limits, limitTries } from '../../limits/limit.ts'
import { createBackupCodes } from '../../usecases/create-backup-codes.ts'
import { createTotp } from '../../usecases/create-totp.ts'
import { removeTotp } from '../../usecases/remove-second-factors.ts'
import { verifyTotp } from '../../usecases/verify-totp.ts'
import type { AppEnv } from '../context.ts'
import { writeClientSecret } from '../cookies.ts'
import { readBody } from '../read-input.ts'
import { requireFreshSession, requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

/** The authenticator app and the backup codes of the person who is signed in: `/v1/me/totp`, `/v1/me/backup_codes`. */
export function secondFactorRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/me/totp', async (c) => {
    const caller = await requireFreshSession(c)
    limit(c.var, limits.createContact, caller.session.user_id)
    const { user, secret, uri } = await createTotp(c.var.deps, caller)
    return respond(c, { ...presentTotp(user, c.var.deps.clock.now()), secret, uri })
  })

  app.post('/v1/me/totp/attempt_verification', async (c) => {
    const caller = await requireSession(c)
    limitTries(c.var, caller.session.user_id)
    const { code } = await readBody(c, attemptTotp)
    const { user, backupCodes, clientSecret } = await verifyTotp(c.var.deps, { caller, code })
    if (clientSecret !== null) writeClientSecret(c, clientSecret)
    return respond(c, {
      ...presentTotp(user, c.var.deps.clock.now()),
      verified: true,
      backup_codes: backupCodes,
    })
  })

  app.delete('/v1/me/totp', async (c) => {
    const caller = await requireFreshSession(c)
    const user = await removeTotp(c.var.deps, { userId: caller.session.user_id, caller })
    return respond(c, { object: 'totp', id: idOf(user, 'totp'), deleted: true })
  })

  app.post('/v1/me/backup_codes', async (c) => {
    const caller = await requireFreshSession(c)
    limit(c.var, limits.createContact, caller.session.user_id)
    const { user, codes } = await createBackupCodes(c.var.deps, caller)
    const now = c.var.deps.clock.now()
    const made: BackupCodeJSON = {
      object: 'backup_code',
      id: idOf(user, 'backup_code'),
      codes,
      created_at: now,
      updated_at: now,
    }
    return respond(c, made)
  })
}

const presentTotp = (user: UserRow, now: number): TotpJSON => ({
  object: 'totp',
  id: idOf(user, 'totp'),
  secret: null,
  uri: null,
  verified: false,
  backup_codes: null,
  created_at: user.totp_verified_at ?? now,
  updated_at: now,
})

// There is one of each for a user, named after its owner.
const idOf = (user: UserRow, prefix: string) => user.id.replace(/^user/, prefix)
