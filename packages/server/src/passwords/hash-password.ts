import type { Deps } from '../deps.ts'
import { refuseWhenFull } from '../limits/refuse-when-full.ts'
import { isTooLarge, normalizePassword } from './check-password.ts'

/** Hashes a password that was checked; 429 when too many wait already (S14). */
export const hashPassword = (deps: Deps, password: string): Promise<string> =>
  refuseWhenFull(() => deps.passwordHasher.hash(password))

/**
 * Tells whether a password is the one behind a digest. Without a digest a dummy is checked, so that an unknown
 * account takes as long as a known one (S16).
 */
export async function verifyPassword(deps: Deps, digest: string | null, password: string): Promise<boolean> {
  if (isTooLarge(password)) return false
  const against = digest ?? (await dummyDigest(deps))
  const matches = await refuseWhenFull(() => deps.passwordHasher.verify(against, normalizePassword(password)))
  return matches && digest !== null
}

const dummies = new WeakMap<Deps['passwordHasher'], Promise<string>>()

function dummyDigest({ passwordHasher }: Deps): Promise<string> {
  const known = dummies.get(passwordHasher)
  if (known) return known
  const made = passwordHasher.hash('a password that nobody has')
  dummies.set(passwordHasher, made)
  made.catch(() => dummies.delete(passwordHasher))
  return made
}
