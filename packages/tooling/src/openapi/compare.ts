import type { ErrorObject } from 'ajv'
import type { Api, Operation, Specification } from './specification.ts'

/** What the server answered to one request of a test. */
export type Answer = {
  api: Api
  method: string
  path: string
  status: number
  /** Null without JSON. */
  body: unknown
  /** Name of the test that asked. */
  test?: string
}

/** What deviates, by the line that names it: in which versions, and where to look. */
export type Findings = Map<string, { versions: Set<string>; where: string }>

export type Comparison = {
  findings: Findings
  /** How many times an answer was held against a schema. */
  checked: number
}

/** Holds every answer against every version of its API: the server answers all of them alike. */
export function compare(specifications: Specification[], answers: Answer[]): Comparison {
  const findings: Findings = new Map()
  let checked = 0
  for (const specification of specifications) {
    const { api, version, operations } = specification
    const note = (line: string, where: string) => {
      const known = findings.get(`${api} ${line}`) ?? { versions: new Set(), where }
      findings.set(`${api} ${line}`, known)
      known.versions.add(version)
    }
    const served = new Set<Operation>()
    for (const answer of answers.filter((one) => one.api === api && !isPlumbing(one))) {
      const operation = findOperation(specification, answer)
      if (operation && isServed(answer)) served.add(operation)
      const lines = deviationsOf(specification, operation, answer)
      if (lines) checked++
      for (const line of lines ?? []) note(line, `in "${answer.test}"`)
    }
    for (const operation of operations)
      if (!served.has(operation)) note(`${operation.name}: not served`, operation.tag)
  }
  return { findings, checked }
}

// What HTTP itself has beside every operation.
const isPlumbing = ({ method }: Answer) => method === 'HEAD' || method === 'OPTIONS'

// What the files leave out, though clients ask for it, would be taken for the id of something.
const unlisted = new Set(['/v1/clients/handshake_payload'])

// What has no parameter wins: /v1/users/count is no user.
const findOperation = ({ operations }: Specification, { method, path }: Answer): Operation | undefined =>
  operations
    .filter((operation) => operation.method === method && operation.path.test(path) && !unlisted.has(path))
    .sort((a, b) => a.name.split('{').length - b.name.split('{').length)[0]

const isServed = ({ status }: Answer) => status !== 404 && status !== 405 && status !== 401

/** Null when nothing says what the answer has to look like, and nothing has to. */
function deviationsOf(
  { error }: Specification,
  operation: Operation | undefined,
  { status, body, method, path }: Answer,
): string[] | null {
  const isError = status >= 400
  if (!operation && !isError) return [`${method} ${maskIds(path)}: not in the file`]
  const listed = operation?.answers.get(status)
  if (!isError && listed === undefined) return [`${operation?.name}: status ${status}`]
  // Errors look alike everywhere, whether the file lists their status or not.
  const validate = listed ?? (isError && body !== null ? error : null)
  if (!validate) return body === null ? null : [`${operation?.name} ${status}: has a body`]
  if (body === null) return [`${operation?.name} ${status}: has no JSON`]
  if (validate(body)) return []
  const errors = validate.errors ?? []
  // What is of another type is no value of a list either.
  const ofOtherType = new Set(errors.flatMap((one) => (one.keyword === 'type' ? [one.instancePath] : [])))
  return errors
    .filter(({ keyword, instancePath }) => keyword !== 'enum' || !ofOtherType.has(instancePath))
    .map(describe)
}

const maskIds = (path: string) => path.replace(/\/[a-z]+_(?=\w*[A-Z0-9])\w+(?=[/.]|$)/g, '/{id}')

/** `User.locale: missing`: the schema, the field, and what is wrong with it. */
function describe({ parentSchema, keyword, params, data: given }: ErrorObject): string {
  const place = parentSchema?.['place']
  const data = 'found' in params ? params['found'] : given
  if (keyword === 'additionalProperties') return `${place}.${params['additionalProperty']}: unknown`
  if (keyword === 'required') return `${place}.${params['missingProperty']}: missing`
  if (keyword === 'type') return `${place}: ${typeOf(data)}`
  return `${place}: ${keyword === 'enum' ? `"${data}"` : keyword}`
}

const typeOf = (data: unknown) => (data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data)
