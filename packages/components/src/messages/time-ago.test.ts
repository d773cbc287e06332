import { expect, test } from 'vitest'
import { timeAgo } from './time-ago.ts'

const day = 86_400_000

test.each([
  [-5, 'today'],
  [0.9, 'today'],
  [1, 'yesterday'],
  [6, '6 days ago'],
  [8, 'last week'],
  [95, '3 months ago'],
  [800, '2 years ago'],
])('what was %d days ago was %s', (days, said) => {
  expect(timeAgo(1e12 - days * day, 1e12)).toBe(said)
})

test('another language has words of its own', () => {
  expect(timeAgo(1e12 - 95 * day, 1e12, 'de')).toBe('vor 3 Monaten')
})
