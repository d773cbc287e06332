import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { toBase32 } from './totp.ts'

const count = 10
const codeBytes = 7
const length = 10

/** Draws ten backup codes of 50 bits each (S32): `k3vq7-x2mpa`. */
export const createBackupCodes = (random: Random): string[] =>
  Array.from({ length: count }, () => {
    const code = toBase32(random.bytes(codeBytes)).slice(0, length).toLowerCase()
    return `${code.slice(0, 5)}-${code.slice(5)}`
  })

/** Digest under which a code is kept: bound to its owner, so that it is of no use elsewhere. */
export const digestBackupCode = (vault: Vault, userId: string, code: string): Promise<string> =>
  vault.digest(`backup_code:${userId}`, code.replaceAll(/[\s-]/g, '').toLowerCase())
