import type { MakeHmac } from '../ports/hmac.ts'
import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { fromBase64, toBase64, toHex, utf8 } from './encoding.ts'

/** Makes the vault of an instance from its secret (at least 32 characters); both keys are derived with HKDF. */
export async function createVault(
  secret: string,
  random: Random,
  makeHmac: MakeHmac = makeWebCryptoHmac,
): Promise<Vault> {
  const root = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey', 'deriveBits'])
  const aes = { name: 'AES-GCM', length: 256 }
  const usages: KeyUsage[] = ['encrypt', 'decrypt']
  const sealing = await crypto.subtle.deriveKey(hkdf('usher sealing'), root, aes, false, usages)
  const hmac = await makeHmac(new Uint8Array(await crypto.subtle.deriveBits(hkdf('usher digest'), root, 256)))
  return {
    async encrypt(plain) {
      const iv = random.bytes(12)
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, utf8(plain))
      return `${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`
    },
    async decrypt(sealed) {
      const [iv = '', data = ''] = sealed.split('.')
      const algorithm = { name: 'AES-GCM', iv: fromBase64(iv) }
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, sealing, fromBase64(data)))
    },
    async digest(purpose, value) {
      return hmac(`${purpose}\n${value}`)
    },
  }
}

const makeWebCryptoHmac: MakeHmac = async (bytes) => {
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return async (text) => toHex(await crypto.subtle.sign('HMAC', key, utf8(text)))
}

const hkdf = (info: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(32),
  info: utf8(info),
})
