import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'

/** Life of a code in milliseconds (S20). */
export const codeLifetime = 600_000
/** Wrong tries after which a code is dead (S21). */
export const codeMaxAttempts = 5
/** The code of test addresses, when test mode is on. */
export const testCode = '424242'

// The largest multiple of a million below 2^32: larger draws are thrown away so that no code is likelier (S19).
const ceiling = 4_294_000_000

/** Draws a code of six digits, leading zeros kept. */
export function createCode(random: Random): string {
  for (;;) {
    const draw = new DataView(random.bytes(4).buffer).getUint32(0)
    if (draw < ceiling) return String(draw % 1_000_000).padStart(6, '0')
  }
}

/** Digest under which a code is kept: bound to one owner and one purpose, so that it is of no use elsewhere (S23). */
export const digestCode = (vault: Vault, ownerId: string, strategy: string, code: string): Promise<string> =>
  vault.digest(`code:${strategy}:${ownerId}`, code)

/** Digest under which the sends to an address are counted, so that the address itself is not kept for it (S70). */
export const digestCodeTarget = (vault: Vault, addressNorm: string): Promise<string> =>
  vault.digest('code_target', addressNorm)

/** Drops what people type or paste between the digits. */
export const normalizeCode = (code: string): string => code.replaceAll(/[\s-]/g, '')
