import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { html } from 'hono/html'

export type AccountPagesOptions = {
  /** Folder of the built pages. */
  folder: URL
  publishableKey: string
  applicationName: string
  homeUrl: string
  /** Where people may be sent back to, beside this server (S29). */
  allowedOrigins: string[]
  /** The server under its own name, from which pictures come. */
  ownOrigin: string
}

const pages = /^\/(sign-in|sign-up|user|waitlist)\/?$/
const assets = /^\/_accounts\/(?<file>assets\/[\w.-]+\.(?<type>js|css))$/
const types = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const
const headers = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' }
const forever = 'public, max-age=31536000, immutable'

/**
 * Answers for the hosted account pages, `/sign-in`, `/sign-up`, `/user` and `/waitlist`, and for their files under
 * `/_accounts/`; null for every other request, and for these where the pages are not built.
 */
export function createAccountPages(
  options: AccountPagesOptions,
): (request: Request) => Promise<Response | null> {
  const isSecure = options.ownOrigin.startsWith('https:')
  const always = {
    ...headers,
    ...(isSecure && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
  return async (request) => {
    const { pathname } = new URL(request.url)
    const asset = assets.exec(pathname)?.groups
    if (!asset && !pages.test(pathname)) return null
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response('These pages are only read.\n', {
        status: 405,
        headers: { ...always, Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' },
      })
    const body = await readFile(new URL(asset?.file ?? 'index.html', options.folder)).catch(() => null)
    if (!body) return null
    if (!asset) return page(body.toString(), options, always)
    const type = types[asset.type as keyof typeof types]
    return new Response(body, { headers: { ...always, 'Content-Type': type, 'Cache-Control': forever } })
  }
}

/** The page with its settings, and a policy under which only its own script runs and no other page frames it (S63). */
async function page(
  template: string,
  { publishableKey, applicationName, homeUrl, allowedOrigins, ownOrigin }: AccountPagesOptions,
  always: Record<string, string>,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url')
  const settings = JSON.stringify({ publishableKey, homeUrl, allowedRedirectOrigins: allowedOrigins })
  const values: Record<string, string> = { nonce, settings, title: applicationName }
  const escaped = new Map<string, string>()
  for (const [name, value] of Object.entries(values)) escaped.set(name, String(await html`${value}`))
  const body = template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => escaped.get(name) ?? '')
  return new Response(body, {
    headers: {
      ...always,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; connect-src 'self' ${ownOrigin}; img-src 'self' ${ownOrigin} data: blob: https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  })
}
