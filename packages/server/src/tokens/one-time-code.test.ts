import { expect, test } from 'vitest'
import { systemRandom } from '../ports/random.ts'
import { createCode, normalizeCode } from './one-time-code.ts'

test('S19: codes have six digits and no digit is likelier than another in any place', () => {
  const draws = 100_000
  const counts = Array.from({ length: 6 }, () => Array<number>(10).fill(0))
  for (let draw = 0; draw < draws; draw++) {
    const code = createCode(systemRandom)
    expect(code).toMatch(/^\d{6}$/)
    for (const [place, digit] of [...code].entries()) {
      const row = counts[place]
      if (row) row[Number(digit)] = (row[Number(digit)] ?? 0) + 1
    }
  }
  const expected = draws / 10
  for (const row of counts) {
    const chiSquare = row.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // Nine degrees of freedom: a fair source exceeds 45 once in a million.
    expect(chiSquare).toBeLessThan(45)
  }
})

test('S19: leading zeros stay, and draws that would favour small codes are thrown away', () => {
  const draws = [4_294_967_295, 4_294_000_000, 42]
  const random = {
    bytes: () => {
      const bytes = new Uint8Array(4)
      new DataView(bytes.buffer).setUint32(0, draws.shift() ?? 0)
      return bytes
    },
  }
  expect(createCode(random)).toBe('000042')
})

test('a code may be typed with gaps', () => {
  expect(normalizeCode(' 123 456 ')).toBe('123456')
  expect(normalizeCode('123-456')).toBe('123456')
})
