import { argon2id, argon2Verify } from 'hash-wasm'
import { isForeignDigest, verifyForeignDigest } from '../passwords/foreign/foreign-digest.ts'
import type { PasswordHasher } from '../ports/password-hasher.ts'
import { type Random, systemRandom } from '../ports/random.ts'

/** Cost of argon2id: memory in KiB, passes, lanes. */
export type Argon2Cost = { memorySize: number; iterations: number; parallelism: number }

/** The least that argon2id allows: for stories and tests, which hash thousands of passwords that guard nothing. */
export const cheapestCost: Argon2Cost = { memorySize: 8, iterations: 1, parallelism: 1 }

/** argon2id in WebAssembly, for a page. */
export function createWasmPasswordHasher(cost: Argon2Cost, random: Random = systemRandom): PasswordHasher {
  return {
    hash: (password) =>
      argon2id({ ...cost, password, salt: random.bytes(16), hashLength: 32, outputType: 'encoded' }),
    verify: (digest, password) =>
      isForeignDigest(digest)
        ? verifyForeignDigest(digest, password)
        : argon2Verify({ hash: digest, password }),
    needsRehash: (digest) =>
      !digest.startsWith(`$argon2id$v=19$m=${cost.memorySize},t=${cost.iterations},p=${cost.parallelism}$`),
  }
}
