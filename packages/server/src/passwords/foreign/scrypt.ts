import { equalInConstantTime, toHex, utf8 } from '../../tokens/encoding.ts'
import { type ForeignHasher, readBase64, readCost, readHex } from './foreign-hasher.ts'

const mostMemory = 256 * 1024 * 1024
const zeroCounter = new Uint8Array(16)

/** `<hash>$<salt>$<signer key>$<salt separator>$<rounds>$<memory cost>`, the first four in base64 (Firebase). */
export const scryptFirebase: ForeignHasher = (digest) => {
  const parts = digest.split('$')
  const [hash, salt, signerKey] = parts.slice(0, 3).map(readBase64)
  const separator = parts[3] === '' ? new Uint8Array() : readBase64(parts[3])
  const [rounds, memoryCost] = [readCost(parts[4], 1, 32), readCost(parts[5], 1, 20)]
  if (parts.length !== 6 || !hash || !salt || !signerKey || !separator || !rounds || !memoryCost) return null
  const costFactor = 2 ** memoryCost
  if (costFactor * rounds * 128 > mostMemory) return null
  return async (password) => {
    const salted = Uint8Array.from([...salt, ...separator])
    const derived = await derive(password, salted, { costFactor, blockSize: rounds, parallelism: 1 }, 64)
    const key = await crypto.subtle.importKey('raw', derived.slice(0, 32), 'AES-CTR', false, ['encrypt'])
    const params = { name: 'AES-CTR', counter: zeroCounter, length: 64 }
    const made = await crypto.subtle.encrypt(params, key, signerKey)
    return equalInConstantTime(toHex(made), toHex(hash.buffer))
  }
}

/** `scrypt:<n>:<r>:<p>$<salt>$<hash in hex>` (Werkzeug). */
export const scryptWerkzeug: ForeignHasher = (digest) => {
  const [, n, r, p, salt, text] = digest.match(/^\$?scrypt:(\d+):(\d+):(\d+)\$([^$]+)\$([^$]+)$/) ?? []
  const hash = readHex(text) ?? readBase64(text)
  const [costFactor, blockSize, parallelism] = [
    readCost(n, 2, 2 ** 20),
    readCost(r, 1, 32),
    readCost(p, 1, 16),
  ]
  if (!hash || !salt || !costFactor || !blockSize || !parallelism) return null
  if (!Number.isInteger(Math.log2(costFactor)) || costFactor * blockSize * 128 > mostMemory) return null
  return async (password) => {
    const made = await derive(password, utf8(salt), { costFactor, blockSize, parallelism }, hash.length)
    return equalInConstantTime(toHex(made.buffer), toHex(hash.buffer))
  }
}

type Cost = { costFactor: number; blockSize: number; parallelism: number }

async function derive(password: string, salt: Uint8Array, cost: Cost, hashLength: number) {
  const { scrypt } = await import('hash-wasm')
  return Uint8Array.from(await scrypt({ ...cost, password, salt, hashLength, outputType: 'binary' }))
}
