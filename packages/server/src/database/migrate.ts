import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { up as initial } from './migrations/0001-initial.ts'
import { up as signUpUsername } from './migrations/0002-sign-up-username.ts'
import { up as firstSigningKey } from './migrations/0003-first-signing-key.ts'
import { up as phoneNumbers } from './migrations/0004-phone-numbers.ts'
import { up as lockedUsers } from './migrations/0005-locked-users.ts'
import { up as emailLinks } from './migrations/0006-email-links.ts'
import { up as images } from './migrations/0007-images.ts'
import { up as sessionPlaces } from './migrations/0008-session-places.ts'
import { up as signUpIfMissing } from './migrations/0009-sign-up-if-missing.ts'
import { up as secondFactors } from './migrations/0010-second-factors.ts'
import { up as oauth } from './migrations/0011-oauth.ts'
import { up as userRights } from './migrations/0012-user-rights.ts'
import { up as passkeys } from './migrations/0013-passkeys.ts'
import { up as tickets } from './migrations/0014-tickets.ts'
import { up as reverification } from './migrations/0015-reverification.ts'
import { up as sessionTasks } from './migrations/0016-session-tasks.ts'
import { up as access } from './migrations/0017-access.ts'
import { up as knownDevices } from './migrations/0019-known-devices.ts'
import { up as handshakes } from './migrations/0020-handshakes.ts'
import type { Tables } from './schema/tables.ts'
import { hasGivenWay, isDuplicate, mostTries } from './transaction.ts'

const migrations = {
  '0001-initial': { up: initial },
  '0002-sign-up-username': { up: signUpUsername },
  '0003-first-signing-key': { up: firstSigningKey },
  '0004-phone-numbers': { up: phoneNumbers },
  '0005-locked-users': { up: lockedUsers },
  '0006-email-links': { up: emailLinks },
  '0007-images': { up: images },
  '0008-session-places': { up: sessionPlaces },
  '0009-sign-up-if-missing': { up: signUpIfMissing },
  '0010-second-factors': { up: secondFactors },
  '0011-oauth': { up: oauth },
  '0012-user-rights': { up: userRights },
  '0013-passkeys': { up: passkeys },
  '0014-tickets': { up: tickets },
  '0015-reverification': { up: reverification },
  '0016-session-tasks': { up: sessionTasks },
  '0017-access': { up: access },
  '0019-known-devices': { up: knownDevices },
  '0020-handshakes': { up: handshakes },
}

/**
 * Brings the tables up to this version; safe to call at every start, by several processes at once. Throws the cause
 * when a step fails.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: async () => migrations }
  // A database may have taken a later step already that was ready before this one.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true })
  for (let tries = 1; ; tries++) {
    const { error } = await migrator.migrateToLatest()
    if (!error) return
    if (tries === mostTries || !wasOvertaken(error)) throw error
    // SQLite gives way at once: the other process needs time to get through.
    await new Promise((resolve) => setTimeout(resolve, tries * 100))
  }
}

// Another process made the same tables, or takes the same step.
const wasOvertaken = (error: unknown) => isDuplicate(error) || hasGivenWay(error)
