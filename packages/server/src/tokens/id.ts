import type { Random } from '../ports/random.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A text of `length` characters from 62, each drawn without bias; 22 characters carry 130 bits. */
export function randomText(random: Random, length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of random.bytes(length - text.length)) {
      if (byte < 248) text += alphabet[byte % 62]
    }
  }
  return text
}

export type IdPrefix =
  | 'user'
  | 'idn'
  | 'sess'
  | 'client'
  | 'sua'
  | 'sia'
  | 'ver'
  | 'sact'
  | 'aud'
  | 'snd'
  | 'sk'
  | 'ins'
  | 'img'
  | 'sit'
  | 'act'
  | 'eac'
  | 'oaf'
  | 'pk'
  | 'inv'
  | 'alid'
  | 'blid'
  | 'wle'

/** An id such as `user_3fG…`: prefix and 27 random characters. */
export const createId = (random: Random, prefix: IdPrefix): string => `${prefix}_${randomText(random, 27)}`
