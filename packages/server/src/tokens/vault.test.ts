import { expect, test } from 'vitest'
import { makeNodeHmac } from '../node/node-hmac.ts'
import { systemRandom } from '../ports/random.ts'
import { createVault } from './vault.ts'

const secret = 'a secret that only this test uses, long enough'

test('what one host digested is found again by another, whichever HMAC each of them has', async () => {
  const page = await createVault(secret, systemRandom)
  const node = await createVault(secret, systemRandom, makeNodeHmac)
  const digest = await page.digest('client', 'naïve ☂')
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(await node.digest('client', 'naïve ☂')).toBe(digest)
  expect(await node.digest('code', 'naïve ☂')).not.toBe(digest)
})
