import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { run } from '../bootstrap/run.mjs'
import { root } from '../bootstrap.mjs'
import { startChild } from './children.ts'
import { isPortTaken, waitForAnswer } from './ports.ts'
import { readStartSettings } from './settings.ts'

const open: Server[] = []

afterEach(async () => {
  for (const server of open.splice(0)) await new Promise((resolve) => server.close(resolve))
})

function listen(status = 200): Promise<number> {
  const server = createServer((_request, response) => response.writeHead(status).end('here'))
  open.push(server)
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )
}

it('somebody whose port is in use learns which one, before anything starts', async () => {
  const port = await listen()
  const script = join(root, 'packages/tooling/src/start/main.ts')
  const { code, output } = await run(process.execPath, [script, '--port', String(port)], { quiet: true })
  expect(code).toBe(1)
  expect(output).toContain(`Port ${port}, which the server needs, is in use`)
})

it('a port is taken while somebody listens on it', async () => {
  const port = await listen()
  expect(await isPortTaken(port)).toBe(true)
  await new Promise((resolve) => open.splice(0)[0]?.close(resolve))
  expect(await isPortTaken(port)).toBe(false)
})

it('waits for an answer that says yes', async () => {
  expect(await waitForAnswer(`http://127.0.0.1:${await listen()}/`, 2_000)).toBe(true)
  expect(await waitForAnswer(`http://127.0.0.1:${await listen(503)}/`, 300)).toBe(false)
})

it('a program that ends by itself is told about in a sentence', async () => {
  const child = startChild('server', process.execPath, ['-e', 'process.exit(3)'], {
    cwd: root,
    env: process.env,
  })
  expect(await child.ended).toBe('The server ended by itself (exit code 3); what it said is above.')
})

it('Ctrl-C also ends what a program has started', async () => {
  const port = await listen()
  await new Promise((resolve) => open.splice(0)[0]?.close(resolve))
  const listener = `require('node:http').createServer((q, r) => r.end()).listen(${port}, '127.0.0.1')`
  const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(listener)}]); setInterval(() => {}, 1000)`
  const child = startChild('demo', process.execPath, ['-e', parent], { cwd: root, env: process.env })
  expect(await waitForAnswer(`http://127.0.0.1:${port}/`, 5_000)).toBe(true)
  await child.stop()
  await expect.poll(() => isPortTaken(port)).toBe(false)
})

it('somebody who chooses ports gets them, and a wrong one is named', () => {
  expect(readStartSettings([], {}, '/data')).toEqual({
    serverPort: 4000,
    demoPort: 5173,
    dataFolder: '/data',
  })
  expect(
    readStartSettings(['--port', '4700'], { USHER_PORT: '1', USHER_DATA: '/mine' }, '/data'),
  ).toMatchObject({
    serverPort: 4700,
    dataFolder: '/mine',
  })
  expect(() => readStartSettings([], { USHER_PORT: '70000' }, '/data')).toThrow(/USHER_PORT must be a port/)
  expect(() => readStartSettings(['--demo-port', '4000'], {}, '/data')).toThrow(/cannot both have port 4000/)
})
