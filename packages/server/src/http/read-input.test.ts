import { Hono } from 'hono'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ApiErrors } from '../api-error.ts'
import type { AppEnv } from './context.ts'
import { readBody, readQuery } from './read-input.ts'

const schema = z.object({
  name: z.string().check(z.maxLength(5)),
  age: z.optional(z.coerce.number().check(z.int(), z.maximum(150))),
  colour: z.optional(z.enum(['red', 'blue'])),
  tags: z.optional(z.union([z.string().check(z.maxLength(3)), z.array(z.string()).check(z.maxLength(2))])),
  home: z.optional(z.object({ city: z.string() })),
})

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('what is not there is missing, and what is wrong is wrong', async () => {
  expect(await faults({})).toEqual(['form_param_missing name'])
  expect(await faults({ name: 7 })).toEqual(['form_param_format_invalid name'])
  expect(await faults({ name: null })).toEqual(['form_param_format_invalid name'])
  expect(await faults({ name: ['ada'] })).toEqual(['form_param_format_invalid name'])
})

test('every fault of a request is reported, each with its own field', async () => {
  expect(await faults({ name: 'a name too long', age: 'old', colour: 'green' })).toEqual([
    'form_param_max_length_exceeded name',
    'form_param_format_invalid age',
    'form_param_value_invalid colour',
  ])
})

test('a number beyond its bounds is a value that is not allowed, not a text that is too long', async () => {
  expect(await faults({ name: 'ada', age: 151 })).toEqual(['form_param_value_invalid age'])
})

test('a field inside a field is named with its path', async () => {
  expect(await faults({ name: 'ada', home: {} })).toEqual(['form_param_missing home.city'])
  expect(await faults({ name: 'ada', home: { city: 7 } })).toEqual(['form_param_format_invalid home.city'])
})

test('a value that may have two types is judged by the type that it has', async () => {
  expect(await faults({ name: 'ada', tags: 'long' })).toEqual(['form_param_max_length_exceeded tags'])
  expect(await faults({ name: 'ada', tags: ['a', 'b', 'c'] })).toEqual([
    'form_param_max_length_exceeded tags',
  ])
  expect(await faults({ name: 'ada', tags: ['a', 7] })).toEqual(['form_param_format_invalid tags'])
  expect(await faults({ name: 'ada', tags: 7 })).toEqual(['form_param_format_invalid tags'])
})

test('a key that is given twice in a form is a list, which a single text cannot be', async () => {
  expect(await send('name=ada&name=eve', form)).toEqual(['form_param_format_invalid name'])
})

test('a NUL is refused before a database meets it', async () => {
  expect(await faults({ name: 'a\0' })).toEqual(['form_param_format_invalid name'])
  expect(await send('name=a%00', form)).toEqual(['form_param_format_invalid name'])
})

test('a body that is no form and no JSON object is refused', async () => {
  expect(await send('{', json)).toEqual(['malformed_request_parameters'])
  expect(await send('[]', json)).toEqual(['malformed_request_parameters'])
  expect(await send('name=ada', { 'content-type': 'text/plain' })).toEqual(['content_type_unsupported'])
})

test('a query is read like a form', async () => {
  const app = new Hono<AppEnv>().get('/', (c) => c.json(readQuery(c, schema)))
  const answer = await app.request('/?name=ada&tags=a&tags=b&age=7')
  expect(await answer.json()).toEqual({ name: 'ada', tags: ['a', 'b'], age: 7 })
})

const faults = (body: Record<string, unknown>) => send(JSON.stringify(body), json)

async function send(body: string, headers: Record<string, string>): Promise<string[]> {
  const app = new Hono<AppEnv>()
  app.post('/', async (c) => c.json(await readBody(c, schema)))
  app.onError((error, c) => c.json(describe(error)))
  const answer = await app.request('/', { method: 'POST', body, headers })
  const found: unknown = await answer.json()
  return Array.isArray(found) ? found : []
}

function describe(error: unknown): string[] {
  const errors = error instanceof ApiErrors ? error.errors : [error]
  return errors.map((each) => {
    const { code, meta } = each as ApiErrors['errors'][0]
    return `${code} ${meta.param_name ?? ''}`.trim()
  })
}
