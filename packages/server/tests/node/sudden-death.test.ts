import { expect, test } from 'vitest'
import { createHttpBrowser, end, newFolder, serve } from '../support/command.ts'

const password = 'correct horse battery staple'
const testCode = '424242'
const rounds = 3

test('a server that is killed during sign-ups loses none that it has acknowledged', async () => {
  const env = { USHER_DATA: await newFolder(), USHER_TEST_MODE: 'true', USHER_LIMITS: 'off' }
  const acknowledged: { address: string; userId: string; browser: ReturnType<typeof createHttpBrowser> }[] =
    []
  for (let round = 0; round < rounds; round++) {
    const server = await serve(env)
    let number = 0
    const signUpOneByOne = async () => {
      for (;;) {
        number += 1
        const address = `person-${round}-${number}+clerk_test@example.com`
        const browser = createHttpBrowser(server.url)
        const begun = await browser.post('/v1/client/sign_ups', { email_address: address, password })
        const path = `/v1/client/sign_ups/${begun.body.response.id}`
        await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
        const code = { strategy: 'email_code', code: testCode }
        const done = await browser.post(`${path}/attempt_verification`, code)
        if (done.body.response.status !== 'complete') throw new Error(JSON.stringify(done.body))
        acknowledged.push({ address, userId: done.body.response.created_user_id, browser })
      }
    }
    const people = Array.from({ length: 6 }, () => signUpOneByOne().catch((error: Error) => error))
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(8 * (round + 1))
    await end(server, 'SIGKILL')
    for (const error of await Promise.all(people)) expect(error.message).toMatch(/fetch failed|terminated/)
  }
  const server = await serve(env)
  for (const { address, userId, browser } of acknowledged) {
    browser.at(server.url)
    const { body } = await browser.get('/v1/client')
    expect(body.response.sessions[0].user).toMatchObject({
      id: userId,
      email_addresses: [{ email_address: address, verification: { status: 'verified' } }],
    })
  }
  expect((await end(server, 'SIGTERM')).code).toBe(0)
}, 90_000)
