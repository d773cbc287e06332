import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClientScripts } from '../../src/node/client-scripts.ts'

let folder = ''
let answer: (request: Request) => Promise<Response | null>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-scripts-'))
  const home = join(folder, 'node_modules/@clerk/clerk-js')
  await mkdir(join(home, 'dist/parts'), { recursive: true })
  // As in the real one, nothing but the entry can be resolved.
  const manifest = { name: '@clerk/clerk-js', version: '6.40.1', exports: { '.': './dist/clerk.js' } }
  await writeFile(join(home, 'package.json'), JSON.stringify(manifest))
  await writeFile(join(home, 'secret.js'), 'not for everybody')
  await writeFile(join(home, 'dist/clerk.js'), 'module.exports = 1')
  await writeFile(join(home, 'dist/clerk.browser.js'), 'window.Clerk = 1')
  await writeFile(join(home, 'dist/parts/one.js'), 'window.part = 1')
  await writeFile(join(home, 'dist/.hidden.js'), 'not for everybody')
  await writeFile(join(home, 'dist/types.d.ts'), 'export {}')
  answer = createClientScripts([join(folder, 'nowhere'), folder])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function ask(path: string, method = 'GET') {
  const response = await answer(new Request(`http://localhost:4000${path}`, { method }))
  if (!response) return null
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('the scripts of a real client are served to every page, and kept for ever', async () => {
  for (const [file, text] of [
    ['clerk.browser.js', 'window.Clerk = 1'],
    ['parts/one.js', 'window.part = 1'],
  ]) {
    const script = await ask(`/npm/@clerk/clerk-js@6.40.1/dist/${file}`)
    expect([script?.status, script?.text]).toEqual([200, text])
    expect(script?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script?.headers.get('access-control-allow-origin')).toBe('*')
    expect(script?.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(script?.headers.get('cache-control')).toContain('immutable')
  }
})

test.each(['6', '6.40', 'latest'])('version %s leads to the one that is installed', async (wanted) => {
  for (const mount of ['', '/__clerk']) {
    const led = await ask(`${mount}/npm/@clerk/clerk-js@${wanted}/dist/parts/one.js?a=1`)
    expect([led?.status, led?.headers.get('location')]).toEqual([
      307,
      `${mount}/npm/@clerk/clerk-js@6.40.1/dist/parts/one.js`,
    ])
    expect(led?.headers.get('cache-control')).not.toContain('immutable')
  }
})

test.each(['5', '6.4', '6.40.0', '60', 'canary', '6.40.1-beta'])(
  'version %s is refused with the one that is installed',
  async (wanted) => {
    const refused = await ask(`/npm/@clerk/clerk-js@${wanted}/dist/clerk.browser.js`)
    expect(refused?.status).toBe(404)
    expect(refused?.text).toContain('6.40.1 is installed')
  },
)

test('what is not installed is said so', async () => {
  const refused = await ask('/npm/@clerk/ui@1/dist/ui.browser.js')
  expect([refused?.status, refused?.text]).toEqual([
    404,
    '@clerk/ui is not installed beside the server: npm install @clerk/ui\n',
  ])
})

test.each([
  '../secret.js',
  '..%2fsecret.js',
  '%2e%2e/secret.js',
  '..\\secret.js',
  'parts/../../secret.js',
  'parts//one.js',
  '/etc/passwd',
  '.hidden.js',
  'parts',
  '',
  'types.d.ts',
  '../package.json',
  'one.js%00',
  'nothing.js',
  '__proto__.js',
])('%j leads to no file', async (file) => {
  const refused = await ask(`/npm/@clerk/clerk-js@6.40.1/dist/${file}`)
  // Some of these leave the folder already in the address, and are then no scripts for anybody.
  expect(refused?.status ?? 404).toBe(404)
  expect(refused?.text ?? '').not.toContain('everybody')
})

test('other packages, other folders and other methods are none of these scripts', async () => {
  for (const path of [
    '/npm/@clerk/backend@3.25.0/dist/index.js',
    '/npm/@clerk/clerk-js@6.40.1/secret.js',
    '/npm/@clerk/clerk-js@6.40.1/package.json',
    '/x/npm/@clerk/clerk-js@6.40.1/dist/clerk.browser.js',
  ])
    expect((await ask(path))?.status).toBe(404)
  expect((await ask('/npm/@clerk/clerk-js@6.40.1/dist/clerk.browser.js', 'POST'))?.status).toBe(405)
  expect(await ask('/v1/client')).toBeNull()
})
