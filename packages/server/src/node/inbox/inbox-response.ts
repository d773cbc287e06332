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

const isLoopback = (hostname: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

/** Answers what concerns the development inbox; null for every other request. */
export async function inboxResponse(inbox: DevelopmentInbox, request: Request): Promise<Response | null> {
  if (!request.url.includes('/_inbox')) return null
  const { pathname, hostname } = new URL(request.url)
  const page = files[pathname.replace(/\/$/, '')]
  if (!page && pathname !== '/_inbox.json') return null
  // A page of elsewhere whose name was pointed at this machine would otherwise read the codes as its own.
  if (!isLoopback(hostname)) return refuse(403, 'The inbox answers under the names of this machine only.')
  if (!page) return messages(inbox, request)
  if (request.method !== 'GET') return refuse(405, 'The inbox page can only be read.')
  const body = await readFile(new URL(`./${page.file}`, import.meta.url))
  return new Response(body, { headers: { ...headers, 'Content-Type': page.type } })
}

function messages(inbox: DevelopmentInbox, request: Request): Response {
  if (request.method === 'DELETE') {
    // Only the inbox page itself may clear: the page of another site always sends an Origin of its own.
    const origin = request.headers.get('origin')
    if (origin !== null && origin !== new URL(request.url).origin)
      return refuse(403, 'Only the inbox itself may be told to forget its mail.')
    inbox.clear()
  } else if (request.method !== 'GET') return refuse(405, 'The inbox can be read and cleared.')
  return new Response(JSON.stringify(inbox.list()), {
    headers: { ...headers, 'Content-Type': 'application/json' },
  })
}

const refuse = (status: 403 | 405, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { ...headers, 'Content-Type': 'text/plain' } })
