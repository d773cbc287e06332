import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder, run, serve } from '../support/command.ts'

async function start() {
  const env = { USHER_DATA: await newFolder() }
  const { url } = await serve(env)
  const keys = async (...args: string[]) => run(['keys', ...args], env)
  const callWith = async (key: string) =>
    (await fetch(`${url}/v1/users`, { headers: { authorization: `Bearer ${key}` } })).status
  const signingKeys = async () => (await (await fetch(`${url}/v1/jwks`)).json()).keys
  return { keys, callWith, signingKeys }
}

test('S67: a secret key works beside the others until it is revoked', async () => {
  const { keys, callWith } = await start()
  const before = (await keys('list')).stdout.trim().split('\n')
  expect(before).toHaveLength(1)
  const created = await keys('create')
  const key = created.stdout.trim()
  expect(await callWith(key)).toBe(200)
  const lines = (await keys('list')).stdout.trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines.join()).not.toContain(key.slice(8))
  const id = lines.find((line) => !before.includes(line))?.split(' ')[0] ?? ''
  expect(created.stderr).toContain(`It is ${id} in usher keys list.`)
  expect(await keys('revoke', id)).toMatchObject({ code: 0, stdout: `The secret key ${id} is revoked.\n` })
  expect(await callWith(key)).toBe(401)
  expect(await keys('revoke', id)).toMatchObject({
    code: 1,
    stderr: `usher: There is no secret key ${id} that works. usher keys list names them.\n`,
  })
})

test('S55: tokens are signed by a new key when its time has come, or at once', async () => {
  const { keys } = await start()
  expect(await keys('rotate-signing')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^The signing key \S+ signs in two minutes\.\n$/),
  })
  expect(await keys('rotate-signing', '--now')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^The signing key \S+ signs now, and no other key counts\.\n$/),
  })
})

test('where there is no database no key is made, and no folder either', async () => {
  const folder = join(await newFolder(), 'elsewhere')
  const { code, stdout, stderr } = await run(['keys', 'create'], { USHER_DATA: folder })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toBe(
    `usher: There is no database in ${folder} (USHER_DATA). Start the server on it first: usher serve.\n`,
  )
  expect(existsSync(folder)).toBe(false)
})

test('what is no command of keys is named', async () => {
  const env = { USHER_DATA: await newFolder() }
  expect((await run(['keys'], env)).stdout).toContain('usher keys rotate-signing')
  for (const args of [
    ['keys', 'lose'],
    ['keys', 'list', 'all'],
    ['keys', 'revoke', 'a', 'b'],
  ])
    expect(await run(args, env)).toMatchObject({
      code: 1,
      stderr: `usher: There is no command "${args.join(' ')}". usher --help lists them.\n`,
    })
  const withoutId = await run(['keys', 'revoke'], env)
  expect(withoutId).toMatchObject({ code: 1, stderr: expect.stringContaining('needs the id') })
})
