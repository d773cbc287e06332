import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { speaksUpTo } from './api-version.ts'
import type { AppEnv } from './context.ts'

async function speaks(path: string, headers: Record<string, string> = {}): Promise<boolean> {
  const app = new Hono<AppEnv>()
  app.get('/', (c) => c.json(speaksUpTo(c, '2024-10-01')))
  return (await app.request(path, { headers })).json()
}

test('a request without a version speaks the oldest one', async () => {
  expect(await speaks('/')).toBe(true)
})

test('clients say their version in the query, backends in a header', async () => {
  expect(await speaks('/?__clerk_api_version=2024-10-01')).toBe(true)
  expect(await speaks('/?__clerk_api_version=2025-04-10')).toBe(false)
  expect(await speaks('/', { 'clerk-api-version': '2021-02-05' })).toBe(true)
  expect(await speaks('/', { 'clerk-api-version': '2026-05-12' })).toBe(false)
})

test('a version that nobody knows yet counts as newer', async () => {
  expect(await speaks('/?__clerk_api_version=2099-01-01')).toBe(false)
  expect(await speaks('/?__clerk_api_version=next')).toBe(false)
})
