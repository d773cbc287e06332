import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ValidateFunction } from 'ajv'
import { parse } from 'yaml'
import { createValidator, type Schema, toJsonSchema } from './schema.ts'

export type Api = 'frontend' | 'backend'

export type Operation = {
  /** `GET /v1/users/{user_id}` */
  name: string
  method: string
  path: RegExp
  tag: string
  /** By status; null when it has no JSON. */
  answers: Map<number, ValidateFunction | null>
}

/** One API in one version. */
export type Specification = {
  api: Api
  version: string
  operations: Operation[]
  /** What every error looks like. */
  error: ValidateFunction
}

type Reference = { $ref?: string }
type Response = Reference & { content?: Record<string, { schema?: Schema }> }
type OperationObject = { tags?: string[]; responses?: Record<string, Response> }

/** The part of an OpenAPI document that is read here. */
export type Document = {
  servers?: { url: string }[]
  paths: Record<string, Record<string, OperationObject>>
  components: { schemas: Record<string, Schema>; responses?: Record<string, Response> }
}

const apis: Record<string, Api> = { fapi: 'frontend', bapi: 'backend' }
const methods = ['get', 'post', 'put', 'patch', 'delete']

/** Reads `fapi-<version>.yml` and `bapi-<version>.yml` of a folder, oldest first. Throws when it has none of one API. */
export function readSpecifications(folder: string): Specification[] {
  const specifications = readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, kind, version] = /^(fapi|bapi)-(\d{4}-\d\d-\d\d)\.ya?ml$/.exec(file) ?? []
      const api = apis[kind ?? '']
      if (!api || !version) return []
      return [toSpecification(api, version, parse(readFileSync(join(folder, file), 'utf8')))]
    })
  for (const [kind, api] of Object.entries(apis)) {
    if (specifications.some((one) => one.api === api)) continue
    throw new Error(`${folder} has no ${kind}-<date>.yml: put the OpenAPI files of both APIs there.`)
  }
  return specifications
}

/** Makes a validator of every answer of a document. */
export function toSpecification(api: Api, version: string, document: Document): Specification {
  const id = `${api}-${version}`
  const ajv = createValidator()
  const resolve = (ref: string): Schema => at(document, ref) as Schema
  const answers: Record<string, Schema> = {}
  const operations = listOperations(document).map(({ node, ...named }) => {
    const operation = { ...named, tag: node.tags?.[0] ?? 'Other', answers: new Map() }
    for (const [status, schema] of schemasOf(document, node)) {
      const key = `${Object.keys(answers).length}`
      operation.answers.set(status, schema && key)
      if (schema) answers[key] = toJsonSchema(schema, `${named.name} ${status}`, resolve)
    }
    return operation
  })
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [
    name,
    // A second form of a schema has a number behind its name.
    toJsonSchema(schema, name.replace(/-\d+$/, ''), resolve),
  ])
  ajv.addSchema({ $id: id, answers, components: { schemas: Object.fromEntries(schemas) } })
  for (const operation of operations)
    for (const [status, key] of operation.answers)
      if (key !== null) operation.answers.set(status, ajv.compile({ $ref: `${id}#/answers/${key}` }))
  const error = ajv.compile({ $ref: `${id}#/components/schemas/ClerkErrors` })
  return { api, version, operations, error }
}

function* schemasOf(document: Document, node: OperationObject): Generator<[number, Schema | null]> {
  for (const [status, given] of Object.entries(node.responses ?? {})) {
    const { content = {} } = given.$ref ? (at(document, given.$ref) as Response) : given
    const json = Object.entries(content).find(([type]) => type.includes('json'))
    yield [Number(status), json?.[1].schema ?? null]
  }
}

function listOperations(document: Document) {
  // The Backend API says `/v1` once, in the address of its server.
  const prefix = document.servers?.[0]?.url.endsWith('/v1') ? '/v1' : ''
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((name) => {
      const node = item[name]
      if (!node) return []
      const method = name.toUpperCase()
      const pattern = `${prefix}${path}`.replace(/[.+]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')
      return [{ name: `${method} ${prefix}${path}`, method, path: new RegExp(`^${pattern}$`), node }]
    }),
  )
}

function at(document: Document, ref: string): unknown {
  const keys = ref.slice(2).split('/')
  const found = keys.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/')],
    document,
  )
  if (found === undefined) throw new Error(`${ref} is not in the OpenAPI file`)
  return found
}
