import { html, raw } from 'hono/html'
import { randomText } from '../../tokens/id.ts'
import type { AppContext } from '../context.ts'
import { pageStyle } from './page-style.ts'

export type Page = {
  title: string
  fact: string
  formAction: string
  more: string | ReturnType<typeof html>
  script: string
}

/** Draws one of the few pages of the server. */
export async function page(c: AppContext, status: number, { title, fact, formAction, more, script }: Page) {
  const nonce = randomText(c.var.deps.random, 22)
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
  )
  // Without the origin of this page its own form would be refused; the address, which is a secret, goes to no other.
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Robots-Tag', 'noindex')
  const body = await html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${raw(pageStyle)}</style>
<main><h1>${title}</h1><p>${fact}</p>${more}</main>
${script && html`<script nonce="${nonce}">${raw(script)}</script>`}
</html>`
  return c.html(body, status as 200)
}
