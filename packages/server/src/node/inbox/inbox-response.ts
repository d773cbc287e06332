import { readFile } from 'node:fs/promises'
import type { DevelopmentInbox } from '../mail/development-inbox.ts'

const files: Record<string, { file: string; type: string }> = {
  '/_inbox': { file: 'inbox.html', type: 'text/html; charset=utf-8' },
  '/_inbox/inbox.css': { file: 'inbox.css', type: 'text/css; charset=utf-8' },
  '/_inbox/ticket.css': { file: 'ticket.css', type: 'text/css; charset=utf-8' },
  '/_inbox/inbox.js': { file: 'inbox.js', type: 'text/javascript; charset=utf-8' },
}

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Answers what concerns the development inbox; null for every other request. */
export async function inboxResponse(inbox: DevelopmentInbox, request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  if (pathname === '/_inbox.json') return messages(inbox, request)
  const page = files[pathname.replace(/\/$/, '')]
  if (!page || request.method !== 'GET') return null
  const body = await readFile(new URL(`./${page.file}`, import.meta.url))
  return new Response(body, { headers: { ...headers, 'Content-Type': page.type } })
}

function messages(inbox: DevelopmentInbox, request: Request): Response {
  // Only the inbox page itself may clear: another site's page always sends an Origin of its own.
  const origin = request.headers.get('origin')
  const isOwn = origin === null || origin === new URL(request.url).origin
  if (request.method === 'DELETE' && isOwn) inbox.clear()
  return new Response(JSON.stringify(inbox.list()), {
    headers: { ...headers, 'Content-Type': 'application/json' },
  })
}
