import { verifyUserTotp } from '@usher/protocol'
import type { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { removePasskey } from '../../usecases/change-passkey.ts'
import { disableSecondFactors, removeBackupCodes, removeTotp } from '../../usecases/remove-second-factors.ts'
import { verifyUserTotp as verifyTotp } from '../../usecases/verify-user-totp.ts'
import type { AppEnv } from '../context.ts'
import { readBody } from '../read-input.ts'

/** Second factors and passkeys of any user, for a backend with a secret key: `/v1/users/{id}/verify_totp`, `/mfa` … */
export function backendSecondFactorRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/users/:id/verify_totp', async (c) => {
    const { code } = await readBody(c, verifyUserTotp)
    const codeType = await verifyTotp(c.var.deps, { id: c.req.param('id'), code })
    return c.json({ verified: true, code_type: codeType })
  })

  app.delete('/v1/users/:id/passkeys/:passkeyId', async (c) => {
    const input = { id: c.req.param('passkeyId'), userId: c.req.param('id') }
    return c.json({ object: 'passkey', id: await removePasskey(c.var.deps, input), deleted: true })
  })

  for (const [word, remove] of [
    ['mfa', disableSecondFactors],
    ['totp', (deps: Deps, userId: string) => removeTotp(deps, { userId })],
    ['backup_code', removeBackupCodes],
  ] as const)
    app.delete(`/v1/users/:id/${word}`, async (c) => {
      const { id } = await remove(c.var.deps, c.req.param('id'))
      return c.json({ user_id: id })
    })
}
