import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { fromBase64, toBase64, toHex, utf8 } from './encoding.ts'

/** Makes the vault of an instance from its secret (at least 32 characters); both keys are derived with HKDF. */
export async function createVault(secret: string, random: Random): Promise<Vault> {
  const root = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey'])
  const sealing = await derive(root, 'usher sealing', { name: 'AES-GCM', length: 256 }, [
    'encrypt',
    'decrypt',
  ])
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  const digesting = await derive(root, 'usher digest', hmac, ['sign'])
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
      return toHex(await crypto.subtle.sign('HMAC', digesting, utf8(`${purpose}\n${value}`)))
    },
  }
}

function derive(
  root: CryptoKey,
  info: string,
  type: AesKeyGenParams | HmacKeyGenParams,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: utf8(info) }
  return crypto.subtle.deriveKey(hkdf, root, type, false, usages)
}
