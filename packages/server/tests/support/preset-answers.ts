import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll } from 'vitest'
import type { ProviderFetch } from '../../src/oauth/provider-fetch.ts'

export type Asked = {
  url: string
  headers: Record<string, string | string[] | undefined>
  body: URLSearchParams
}

/** What addresses of the real providers answer, as they document it: a value, or what makes one of the request. */
export type Answers = Record<string, unknown | ((asked: Asked) => unknown)>

/**
 * A server on this machine that stands for the real providers: what the code asks of `https://api.github.com/user` is
 * asked of it, over HTTP, under that name.
 */
export async function createPresetServer(answers: Answers) {
  const asked: Asked[] = []
  const http = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const url = `https:/${request.url}`
    const call = { url, headers: request.headers, body: new URLSearchParams(text) }
    asked.push(call)
    const answer = answers[url]
    const body = typeof answer === 'function' ? await answer(call) : answer
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? {}))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  afterAll(() => http.close().closeAllConnections())
  const local = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const providerFetch: ProviderFetch = (url, init) => fetch(url.replace('https:/', local), init)
  return { asked, answers, providerFetch }
}

/** A key with which a provider signs, and what it publishes of it. */
export async function createSigner() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuedAt()
      .setExpirationTime('5 min')
      .sign(privateKey)
  return { jwks, sign }
}
