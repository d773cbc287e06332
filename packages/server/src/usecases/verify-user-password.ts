import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { verifyPassword } from '../passwords/hash-password.ts'
import { readUser } from './read-user.ts'
import { tryFactor } from './try-factor.ts'

/** Tells a backend whether this is the user's password; refused with `form_password_incorrect` when it is not. */
export async function verifyUserPassword(
  deps: Deps,
  { id, password }: { id: string; password: string },
): Promise<void> {
  const paramName = 'password'
  if (password === '') throw new ApiError('form_param_nil', { paramName })
  const { user } = await readUser(deps, id)
  if (user.password_digest === null) throw new ApiError('no_password_set')
  await tryFactor(deps, user, async () => {
    if (!(await verifyPassword(deps, user.password_digest, password)))
      throw new ApiError('form_password_incorrect', { paramName })
  })
}
