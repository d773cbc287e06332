import type { JwksJSON } from '@usher/protocol'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { Connection } from '../database/transaction.ts'
import type { Clock } from '../ports/clock.ts'
import type { Vault } from '../ports/vault.ts'
import {
  insertFirstSigningKey,
  insertSigningKey,
  listSigningKeys,
  retireOtherSigningKeys,
} from '../stores/key-store.ts'
import type { KeySet } from './key-set.ts'

type Parts = { db: Connection; vault: Vault; clock: Clock }
type Loaded = { kid: string; privateKey: CryptoKey; jwks: JwksJSON; readAt: number }

/** How long a process trusts what it read; a rotation elsewhere is seen after this many milliseconds. */
export const keyCacheLifetime = 60_000
/** A new key is published this long before it signs, so that no verifier meets an unknown `kid` (S55). */
export const publishBeforeUse = 2 * keyCacheLifetime
const keyLifetimeAfterRetirement = 3_600_000

/** The signing keys kept in the database, sealed by the vault; makes the first one when there is none. */
export function createKeySet({ db, vault, clock }: Parts): KeySet {
  let loading: Promise<Loaded> | null = null
  const refresh = (): Promise<Loaded> => {
    const reading = read()
    loading = reading
    // A database that was down once must not keep the keys away for ever.
    reading.catch(() => {
      if (loading === reading) loading = null
    })
    return reading
  }
  const load = async (): Promise<Loaded> => {
    const known = loading ?? refresh()
    const loaded = await known
    if (clock.now() - loaded.readAt < keyCacheLifetime) return loaded
    return loading === known ? refresh() : load()
  }
  const read = async (): Promise<Loaded> => {
    const now = clock.now()
    let rows = await listSigningKeys(db, now)
    if (rows.length === 0) {
      await insertFirstSigningKey(db, await createSigningKey(vault, now))
      rows = await listSigningKeys(db, now)
    }
    const signing = rows.find((row) => row.created_at + publishBeforeUse <= now) ?? rows.at(-1)
    if (!signing) throw new Error('there is no signing key although one was just made')
    const jwk = JSON.parse(await vault.decrypt(signing.private_jwk_sealed))
    const privateKey = (await importJWK(jwk, 'RS256')) as CryptoKey
    return {
      kid: signing.kid,
      privateKey,
      jwks: { keys: rows.map((row) => JSON.parse(row.public_jwk)) },
      readAt: now,
    }
  }
  return { current: load, jwks: async () => (await load()).jwks }
}

/** Adds a new key, which signs once everybody may know it; the older ones are forgotten an hour after that. */
export async function rotateSigningKey({ db, vault, clock }: Parts): Promise<string> {
  const key = await createSigningKey(vault, clock.now())
  await insertSigningKey(db, key)
  await retireOtherSigningKeys(db, key.kid, clock.now() + publishBeforeUse + keyLifetimeAfterRetirement)
  return key.kid
}

/**
 * Replaces every key at once, for when one was stolen: its tokens are refused as soon as verifiers ask for the keys
 * again, those of people too, whose clients fetch new ones.
 */
export async function revokeSigningKeys({ db, vault, clock }: Parts): Promise<string> {
  const now = clock.now()
  const key = await createSigningKey(vault, now - publishBeforeUse)
  await insertSigningKey(db, key)
  await retireOtherSigningKeys(db, key.kid, now)
  return key.kid
}

/** Turns a private JWK into a row; stories and tests hand in a fixed one, because making one is slow in a page. */
export async function sealSigningKey(vault: Vault, privateJwk: JWK, now: number) {
  const { kty, n, e } = privateJwk
  const kid = await calculateJwkThumbprint({ kty, n, e } as JWK)
  return {
    kid,
    private_jwk_sealed: await vault.encrypt(JSON.stringify(privateJwk)),
    public_jwk: JSON.stringify({ kid, kty, alg: 'RS256', use: 'sig', n, e }),
    created_at: now,
    retire_at: null,
    is_first: null,
  }
}

async function createSigningKey(vault: Vault, now: number) {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true })
  return sealSigningKey(vault, await exportJWK(privateKey), now)
}
