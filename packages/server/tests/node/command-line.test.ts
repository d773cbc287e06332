import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHttpBrowser, end, freePort, newFolder, run, serve } from '../support/command.ts'

test('usher --help lists the commands, and an unknown one is named', async () => {
  const help = await run(['--help'])
  expect(help).toMatchObject({ code: 0, stderr: '' })
  expect(help.stdout).toContain('usher serve')
  const unknown = await run(['server'])
  expect(unknown).toEqual({
    code: 1,
    stdout: '',
    stderr: 'usher: There is no command "server". usher --help lists them.\n',
  })
  expect((await run(['serve', '--port', '4000'])).code).toBe(1)
})

test('a wrong setting ends the start with one sentence and exit code 1', async () => {
  const { code, stdout, stderr } = await run(['serve'], { USHER_PORT: 'many', USHER_DATA: await newFolder() })
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^usher: The setting port \(USHER_PORT\) is wrong: [^\n]+\.\n$/)
})

test('S64: the command itself refuses an unsafe production', async () => {
  const { code, stderr } = await run(['serve'], { USHER_MODE: 'production', USHER_TEST_MODE: 'true' })
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'usher: Test mode (USHER_TEST_MODE) is refused in production.\n',
  })
})

test('a settings file that cannot be read is named', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'usher.config.mjs'), 'export default {')
  const { code, stderr } = await run(['serve'], {}, folder)
  expect(code).toBe(1)
  expect(stderr).toMatch(/^usher: \S+usher\.config\.mjs could not be read: [^\n]+\n$/)
})

test('a port in use ends the start with one sentence and exit code 1', async () => {
  const other = createServer().listen(await freePort(), '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const { code, stderr } = await run(['serve'], { USHER_PORT: String(port), USHER_DATA: await newFolder() })
  other.close()
  expect(code).toBe(1)
  expect(stderr).toBe(
    `usher: Port ${port} (USHER_PORT) on 127.0.0.1 is in use by another program. Stop that one, or set another port.\n`,
  )
})

test('a data folder that cannot be written ends the start with one sentence and exit code 1', async () => {
  const file = join(await newFolder(), 'a-file')
  await writeFile(file, '')
  for (const data of [file, join(file, 'below')]) {
    const { code, stderr } = await run(['serve'], { USHER_DATA: data })
    expect(code).toBe(1)
    expect(stderr).toMatch(
      new RegExp(`^usher: The data folder ${data} \\(USHER_DATA\\) cannot be written\\. [^\\n]+\\n$`),
    )
  }
})

test('a file that is no database ends the start with one sentence and exit code 1', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'usher.db'), 'this is no database, whatever its name says'.repeat(50))
  const { code, stderr } = await run(['serve'], { USHER_DATA: folder })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^usher: The database in \S+ \(USHER_DATA\) cannot be used: [^\n]+\.\n$/)
})

test('a database that is down ends the start with one sentence, without its password, and exit code 1', async () => {
  const { code, stderr } = await run(['serve'], {
    USHER_DATA: await newFolder(),
    USHER_DATABASE_URL: `postgres://usher:do-not-tell@127.0.0.1:${await freePort()}/usher`,
    USHER_SECRET: 'J7f3kQ0pXw9sV2mR5tY8uB1nC4zE6aHd',
  })
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /^usher: The database at 127\.0\.0\.1:\d+ \(USHER_DATABASE_URL\) cannot be used: [^\n]+\.\n$/,
  )
  expect(stderr).not.toContain('do-not-tell')
})

test('a development server keeps its keys for itself and ends when it is told to', async () => {
  const data = join(await newFolder(), 'data')
  const server = await serve({ USHER_DATA: data })
  const keys = JSON.parse(await readFile(join(data, 'keys.json'), 'utf8'))
  expect(server.output.stdout).toContain(keys.publishable_key)
  expect(server.output.stdout).not.toContain(keys.secret_key)
  for (const name of ['keys.json', 'secret', 'usher.db'])
    expect((await stat(join(data, name))).mode & 0o077, name).toBe(0)
  const created = (await run(['keys', 'create'], { USHER_DATA: data })).stdout.trim()
  for (const key of [keys.secret_key, created]) {
    const answer = await fetch(`${server.url}/v1/users`, { headers: { authorization: `Bearer ${key}` } })
    expect(answer.status).toBe(200)
  }
  expect((await createHttpBrowser(server.url).get('/v1/environment')).status).toBe(200)
  expect(await end(server, 'SIGTERM')).toMatchObject({ code: 0, stderr: '' })
  const again = await serve({ USHER_DATA: data })
  expect(JSON.parse(await readFile(join(data, 'keys.json'), 'utf8')).secret_key).toBe(keys.secret_key)
  expect((await end(again, 'SIGINT')).code).toBe(0)
})
