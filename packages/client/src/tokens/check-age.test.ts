import { expect, test } from 'vitest'
import { isAllowed, readReverification } from './check-age.ts'

const at = (level: string, afterMinutes: number) => ({ reverification: { level, afterMinutes } })

test.each([
  [at('first_factor', 10), [9, -1], true],
  [at('first_factor', 10), [10, -1], false],
  [at('second_factor', 10), [9, -1], true],
  [at('second_factor', 10), [9, 20], false],
  [at('second_factor', 10), [20, 9], true],
  [at('multi_factor', 10), [20, 9], false],
  [at('multi_factor', 10), [9, 9], true],
  [at('first_factor', 10), [-1, -1], false],
  [at('first_factor', 0), [0, -1], false],
  [at('third_factor', 10), [0, 0], false],
  [{ reverification: 'strict' }, [9, -1], true],
  [{ reverification: 'unheard of' }, [0, 0], false],
  [{ reverification: 'lax' }, null, false],
  [{}, [0, 0], false],
  [{ role: 'org:admin' }, [0, 0], false],
] as const)('%j of somebody who proved both so many minutes ago: %j', (params, age, expected) => {
  expect(isAllowed(params, age)).toBe(expected)
})

test('what is no name and no pair is nothing', () => {
  for (const given of [undefined, null, 7, 'toString', { level: 'first_factor' }, { afterMinutes: 1 }])
    expect(readReverification(given)).toBeNull()
})
