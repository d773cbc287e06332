import { expect, test } from 'vitest'
import { type Answer, compare } from './compare.ts'
import { type Document, toSpecification } from './specification.ts'

const json = (schema: Record<string, unknown>) => ({ content: { 'application/json': { schema } } })
const text = { type: 'string' }
const proof = (kind: string) => ({
  type: 'object',
  properties: { object: { type: 'string', enum: [kind] }, at: { type: 'integer' } },
  required: ['object', 'at'],
})

const document: Document = {
  servers: [{ url: 'https://api.example.com/v1' }],
  paths: {
    '/people': { get: { tags: ['People'], responses: { 200: { $ref: '#/components/responses/People' } } } },
    '/people/{id}': {
      get: { responses: { 200: json({ $ref: '#/components/schemas/Person' }) } },
      delete: { tags: ['People'], responses: { 204: {} } },
    },
    '/people/count': { get: { responses: { 200: json({ type: 'integer' }) } } },
  },
  components: {
    responses: { People: json({ type: 'array', items: { $ref: '#/components/schemas/Person' } }) },
    schemas: {
      Person: {
        allOf: [
          { $ref: '#/components/schemas/Named' },
          {
            type: 'object',
            properties: {
              nick: { type: 'string', nullable: true },
              facts: { type: 'object', additionalProperties: true },
              proof: {
                nullable: true,
                oneOf: [{ $ref: '#/components/schemas/Code' }, { $ref: '#/components/schemas/Link' }],
              },
            },
          },
        ],
      },
      Named: { type: 'object', properties: { id: text, name: text }, required: ['id', 'name'] },
      Code: proof('code'),
      Link: proof('link'),
      ClerkErrors: { type: 'object', properties: { errors: { type: 'array' } }, required: ['errors'] },
    },
  },
}

const ada = { id: 'p1', name: 'Ada', nick: null, facts: { born: 1815 }, proof: { object: 'code', at: 1 } }
const answer = (given: Partial<Answer> = {}): Answer => ({
  ...{ api: 'backend', method: 'GET', path: '/v1/people/p1', status: 200, body: ada, test: 'reads' },
  ...given,
})
const lines = (answers: Answer[]) =>
  [...compare([toSpecification('backend', '2021-02-05', document)], answers).findings.keys()].filter(
    (line) => !line.endsWith('not served'),
  )

test('what the schema describes deviates in nothing', () => {
  const body = { ...ada, nick: 'Countess', proof: null }
  expect(lines([answer(), answer({ body }), answer({ path: '/v1/people', body: [ada] })])).toEqual([])
})

test('a field too many, one too few and one of another type are named by schema and field', () => {
  const body = { ...ada, name: undefined, age: 36, nick: 7 }
  expect(lines([answer({ body: JSON.parse(JSON.stringify(body)) })]).sort()).toEqual([
    'backend Person.age: unknown',
    'backend Person.name: missing',
    'backend Person.nick: number',
  ])
})

test('of several alternatives the one that is meant says what is wrong', () => {
  const body = { ...ada, proof: { object: 'link', at: 'noon' } }
  expect(lines([answer({ body })])).toEqual(['backend Link.at: string'])
  const other = { ...ada, proof: { object: 'seal', at: 1 } }
  expect(lines([answer({ body: other })])).toEqual(['backend Code.object: "seal"'])
})

test('a path without a parameter goes before one with', () => {
  expect(lines([answer({ path: '/v1/people/count', body: 1 })])).toEqual([])
})

test('an error has the form of errors, also with a status that the file leaves out', () => {
  expect(lines([answer({ status: 422, body: { errors: [] } })])).toEqual([])
  expect(lines([answer({ status: 422, body: { error: 'no' } })]).sort()).toEqual([
    'backend ClerkErrors.error: unknown',
    'backend ClerkErrors.errors: missing',
  ])
})

test('a status, an operation or a body that the file does not have is told', () => {
  expect(lines([answer({ status: 201 })])).toEqual(['backend GET /v1/people/{id}: status 201'])
  expect(lines([answer({ path: '/v1/pets' })])).toEqual(['backend GET /v1/pets: not in the file'])
  expect(lines([answer({ method: 'DELETE', status: 204 })])).toEqual([
    'backend DELETE /v1/people/{id} 204: has a body',
  ])
  expect(lines([answer({ body: null })])).toEqual(['backend GET /v1/people/{id} 200: has no JSON'])
})

test('an operation that no test was served is told, with the group it stands in', () => {
  const { findings } = compare(
    [toSpecification('backend', '2021-02-05', document)],
    [answer(), answer({ method: 'DELETE', status: 404, body: { errors: [] } })],
  )
  expect([...findings.keys()].sort()).toEqual([
    'backend DELETE /v1/people/{id}: not served',
    'backend GET /v1/people/count: not served',
    'backend GET /v1/people: not served',
  ])
  expect(findings.get('backend GET /v1/people: not served')?.where).toBe('People')
})
