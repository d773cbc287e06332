import { expect, test } from 'vitest'
import { readCode } from './read-code.ts'

const pasted = [
  '424242',
  '424 242',
  '424-242',
  ' 424242\n',
  'Your code is 424242',
  'Your code is 424 242. It expires in 10 minutes.',
  'On 12.12.2026: your code is 424242',
  'G-424242 is your code for 2026',
  '4 2 4 2 4 2',
  '424\u2013242',
  '424\u00a0242',
  '\u2066424242\u2069',
  '٤٢٤٢٤٢',
  '۴۲۴۲۴۲',
  '４２４２４２',
  '४२४२४२',
]

test.each(pasted)('A person pastes %j and the code is 424242', (text) => {
  expect(readCode(text, 6)).toBe('424242')
})

test('What is typed so far is kept, letters are not, and nothing grows beyond the length', () => {
  expect(readCode('42', 6)).toBe('42')
  expect(readCode('4a2', 6)).toBe('42')
  expect(readCode('4242421', 6)).toBe('424242')
  expect(readCode('', 6)).toBe('')
  expect(readCode('12 34', 4)).toBe('1234')
})
