import { availableParallelism } from 'node:os'
import { isForeignDigest } from '../passwords/foreign/foreign-digest.ts'
import type { PasswordHasher } from '../ports/password-hasher.ts'
import { createQueue } from './queue.ts'
import { verifyInWorker } from './verify-in-worker.ts'

/** Cost of argon2id: memory in KiB, passes, lanes. The default is what OWASP asks for (S11). */
export type Argon2Options = { memoryCost: number; timeCost: number; parallelism: number }

export const defaultArgon2: Argon2Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id on Node's thread pool: as many at once as there are cores, and no more than `maxWaiting` behind them (S14). */
export function createArgon2PasswordHasher(options = defaultArgon2, maxWaiting = 100): PasswordHasher {
  const enqueue = createQueue(availableParallelism(), maxWaiting)
  const prefix = `$argon2id$v=19$m=${options.memoryCost},t=${options.timeCost},p=${options.parallelism}$`
  return {
    hash: (password) => enqueue(async () => (await import('@node-rs/argon2')).hash(password, options)),
    verify: (digest, password) =>
      enqueue(async () =>
        isForeignDigest(digest)
          ? verifyInWorker(digest, password)
          : (await import('@node-rs/argon2')).verify(digest, password),
      ),
    needsRehash: (digest) => !digest.startsWith(prefix),
  }
}
