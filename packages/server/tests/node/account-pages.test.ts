import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccountPages } from '../../src/node/account-pages.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-accounts-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets/index-1a2B_c.js'), 'start()')
  await writeFile(join(folder, 'assets/index-1a2B_c.css'), 'body{}')
  await writeFile(join(folder, 'assets/later-steps.view-1a2B_c.js'), 'goOn()')
  const template =
    '<meta name="usher-accounts" content="{{settings}}"><title>{{title}}</title><script nonce="{{nonce}}"></script>'
  await writeFile(join(folder, 'index.html'), template)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const options = {
  publishableKey: 'pk_live_x',
  applicationName: 'Acme',
  homeUrl: '',
  allowedOrigins: ['https://app.example.com'],
  ownOrigin: 'https://auth.example.com',
}

async function ask(path: string, { method = 'GET', of = options, at = pathToFileURL(`${folder}/`) } = {}) {
  const answer = createAccountPages({ ...of, folder: at })
  const response = await answer(new Request(`${options.ownOrigin}${path}`, { method }))
  return response && { status: response.status, headers: response.headers, text: await response.text() }
}

test.each(['/sign-in', '/sign-up', '/user', '/waitlist', '/sign-in/', '/sign-in?redirect_url=x'])(
  '%s is a page of the server, which is never kept',
  async (path) => {
    const page = await ask(path)
    expect([page?.status, page?.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(page?.text).toContain('<title>Acme</title>')
  },
)

test('S63: only the script of the page runs, no other page frames it, and its address goes nowhere', async () => {
  const [one, other] = [await ask('/sign-in'), await ask('/sign-in')]
  const policy = one?.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1]
  expect(one?.text).toContain(`<script nonce="${nonce}">`)
  expect(other?.text).not.toContain(`${nonce}`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(one?.headers.get('referrer-policy')).toBe('same-origin')
  expect(one?.headers.get('strict-transport-security')).toContain('max-age=')
})

test('a name of the application is a text and no markup, whatever is in it', async () => {
  const applicationName = `</title><script>alert(1)</script>"$&{{nonce}}`
  const page = await ask('/sign-in', { of: { ...options, applicationName, homeUrl: '"><script>' } })
  expect(page?.text).not.toContain('<script>')
  expect(page?.text).toContain('&quot;$&amp;{{nonce}}</title>')
})

test('files are kept for ever, and only those of the pages are given out', async () => {
  const script = await ask('/_accounts/assets/index-1a2B_c.js')
  expect([script?.status, script?.text, script?.headers.get('content-type')]).toEqual([
    200,
    'start()',
    'text/javascript; charset=utf-8',
  ])
  expect(script?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  for (const path of [
    '/_accounts/index.html',
    '/_accounts/assets/..%2findex.html',
    '/_accounts/assets/x.js',
    '/',
  ])
    expect(await ask(path)).toBeNull()
})

test('pages are only read, and are nowhere while they are not built', async () => {
  expect((await ask('/sign-in', { method: 'POST' }))?.status).toBe(405)
  expect(await ask('/sign-in', { at: pathToFileURL(`${folder}/none/`) })).toBeNull()
})

test('a chunk whose source has a dot in its name is served too', async () => {
  const chunk = await ask('/_accounts/assets/later-steps.view-1a2B_c.js')
  expect([chunk?.status, chunk?.text]).toEqual([200, 'goOn()'])
})
