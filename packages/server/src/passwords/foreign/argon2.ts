import { type ForeignHasher, readCost } from './foreign-hasher.ts'

const form = /^\$(argon2id?)\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{16,}$/

/** `$argon2i$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>` (RFC 9106) */
export const argon2i: ForeignHasher = (digest) => readArgon2('argon2i', digest)

/** `$argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>` (RFC 9106) */
export const argon2id: ForeignHasher = (digest) => readArgon2('argon2id', digest)

function readArgon2(name: string, digest: string) {
  const [, own, memory, passes, lanes] = digest.match(form) ?? []
  const isCheap = readCost(memory, 8, 262_144) && readCost(passes, 1, 20) && readCost(lanes, 1, 16)
  if (own !== name || !isCheap) return null
  return async (password: string) => (await import('hash-wasm')).argon2Verify({ hash: digest, password })
}
