import type { TestServer } from '../../src/testing/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it asserts
type AnyBody = any

export type BackendAnswer = { status: number; headers: Headers; body: AnyBody }

/** A backend of the application, which knows the secret key. */
export type Backend = {
  get(path: string): Promise<BackendAnswer>
  post(path: string, body?: unknown): Promise<BackendAnswer>
  patch(path: string, body?: unknown): Promise<BackendAnswer>
  put(path: string, body?: unknown): Promise<BackendAnswer>
  delete(path: string): Promise<BackendAnswer>
}

/** Calls the Backend API as an application does: JSON, and the secret key in `Authorization`. */
export function backendOf(
  server: TestServer,
  headers: Record<string, string> = { authorization: `Bearer ${server.secretKey}` },
): Backend {
  const send = async (method: string, path: string, body?: unknown): Promise<BackendAnswer> => {
    const request = new Request(new URL(path, server.url), {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const answer = await server.fetch(request)
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  }
}
