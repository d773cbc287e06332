import { expect, test } from 'vitest'
import { equalInConstantTime } from './encoding.ts'

test('S25: two digests are equal only when every character is', () => {
  expect(equalInConstantTime('abc', 'abc')).toBe(true)
  for (const other of ['', 'ab', 'abcd', 'abd', 'Abc', 'xbc'])
    expect(equalInConstantTime('abc', other)).toBe(false)
})

test('S25: a difference at the start is looked past to the end', () => {
  let reads = 0
  const counting = Object.assign(new String('0'.repeat(64)), {
    charCodeAt: (index: number) => {
      reads += 1
      return '0'.repeat(64).charCodeAt(index)
    },
  })
  expect(equalInConstantTime(counting as unknown as string, `1${'0'.repeat(63)}`)).toBe(false)
  expect(reads).toBe(64)
})
