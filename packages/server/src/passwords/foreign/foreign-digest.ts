import { type PasswordHasherName, passwordHashers } from '@usher/protocol'
import { argon2i, argon2id } from './argon2.ts'
import { bcrypt, bcryptPeppered, bcryptSha256Django } from './bcrypt.ts'
import { ldapSsha, md5, md5Salted, sha256, sha256Salted, sha512Symfony } from './fast-hashes.ts'
import type { ForeignHasher } from './foreign-hasher.ts'
import { pbkdf2Sha1, pbkdf2Sha256, pbkdf2Sha256Django, pbkdf2Sha512, pbkdf2Sha512Hex } from './pbkdf2.ts'
import { md5Phpass, phpass } from './phpass.ts'
import { scryptFirebase, scryptWerkzeug } from './scrypt.ts'

const hashers = {
  argon2i,
  argon2id,
  bcrypt,
  bcrypt_peppered: bcryptPeppered,
  bcrypt_sha256_django: bcryptSha256Django,
  ldap_ssha: ldapSsha,
  md5,
  md5_phpass: md5Phpass,
  md5_salted: md5Salted,
  pbkdf2_sha1: pbkdf2Sha1,
  pbkdf2_sha256: pbkdf2Sha256,
  pbkdf2_sha256_django: pbkdf2Sha256Django,
  pbkdf2_sha512: pbkdf2Sha512,
  pbkdf2_sha512_hex: pbkdf2Sha512Hex,
  phpass,
  scrypt_firebase: scryptFirebase,
  scrypt_werkzeug: scryptWerkzeug,
  sha256,
  sha256_salted: sha256Salted,
  sha512_symfony: sha512Symfony,
} satisfies Record<PasswordHasherName, ForeignHasher>

/**
 * How a digest of another system is stored until its owner signs in: `{hasher}` and the digest. Null when it is not in
 * the hasher's form, or too costly to check (S13).
 */
export const storeForeignDigest = (hasher: PasswordHasherName, digest: string): string | null =>
  hashers[hasher](digest) && `{${hasher}}${digest}`

/** Whether a stored digest was made by another system. */
export const isForeignDigest = (stored: string): boolean => stored.startsWith('{')

/** Checks a password against what `storeForeignDigest` gave. It keeps the thread busy: call it off the event loop. */
export async function verifyForeignDigest(stored: string, password: string): Promise<boolean> {
  const [, name, digest = ''] = stored.match(/^\{(\w+)\}(.*)$/s) ?? []
  const hasher = passwordHashers.find((known) => known === name)
  const check = hasher ? hashers[hasher](digest) : null
  return check !== null && password !== '' && (await check(password))
}
