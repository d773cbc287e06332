import { readFileSync } from 'node:fs'
import { instanceSettings } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { hostSettings, readSettings, type UsherConfig } from './server-settings.ts'

test.each([
  ['USHER_DATABASE_URL', 'postgres://usher:p#ss@db.example.com/usher', 'must be a URL'],
  ['USHER_SMTP_URL', 'smtp://', 'must be a URL with a host'],
  ['USHER_SMTP_URL', 'smtp://[', 'must be a URL with a host'],
  ['USHER_ALLOWED_ORIGINS', 'https://app.example.com/', 'must be an origin'],
  ['USHER_ALLOWED_ORIGINS', 'https://app.example.com,app.example.org', 'must be an origin'],
  ['USHER_ALLOWED_ORIGINS', 'null', 'must be an origin'],
  ['USHER_ALLOWED_ORIGINS', '["https://app.example.com"', 'must be an origin'],
])('%s=%s is refused in a sentence that names it', (variable, value, reason) => {
  expect(() => readSettings({}, { [variable]: value })).toThrow(
    new RegExp(`\\(${variable}\\) is wrong: .*${reason}`),
  )
})

test.each([
  ['parted by commas', 'https://app.example.com, http://localhost:5173'],
  ['as JSON', '["https://app.example.com", "http://localhost:5173"]'],
])('several origins may call, %s', (_, text) => {
  const env = { USHER_ALLOWED_ORIGINS: text }
  expect(readSettings({}, env).host.allowedOrigins).toEqual([
    'https://app.example.com',
    'http://localhost:5173',
  ])
})

test('a schema for metadata must be one', () => {
  const schema = z.object({ theme: z.string() })
  expect(readSettings({ metadata: { unsafe: schema } }, {}).metadataSchemas.unsafe).toBe(schema)
  for (const [metadata, reason] of [
    [{ unsafe: { theme: 'string' } }, 'metadata.unsafe is wrong'],
    [{ secret: schema }, 'metadata.secret does not exist'],
    ['public', 'metadata is wrong'],
  ] as const)
    expect(() => readSettings({ metadata } as unknown as UsherConfig, {})).toThrow(reason)
})

test('the README names every setting', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const [chapter = ''] = readme.slice(readme.indexOf('\n## Settings') + 1).split('\n## ')
  const tables = chapter.split('\n').filter((line) => line.startsWith('| `'))
  const named = tables.flatMap((line) => line.split('|')[1]?.match(/\w+/g) ?? [])
  const names = [...Object.keys(hostSettings.shape), ...Object.keys(instanceSettings.shape)]
  expect(named.toSorted()).toEqual(names.toSorted())
})

test('an object of settings names only what differs', () => {
  const { emailAddress } = readSettings({}, { USHER_EMAIL_ADDRESS: '{"usedForFirstFactor":false}' }).instance
  expect(emailAddress).toMatchObject({ enabled: true, usedForFirstFactor: false })
})
