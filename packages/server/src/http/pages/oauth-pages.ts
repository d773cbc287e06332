import type { ApiError } from '../../api-error.ts'
import type { AppContext } from '../context.ts'
import { page } from './page.ts'

/** Says why a way back from a provider leads nowhere. */
export function deadEndPage(c: AppContext, error: ApiError): Promise<Response> {
  if (error.retryAfter !== undefined) c.header('Retry-After', String(error.retryAfter))
  const title = error.status === 429 ? 'Too many tries' : 'This did not work'
  return page(c, error.status, { title, fact: error.longMessage, formAction: `'none'`, more: '', script: '' })
}

/** Closes the window that was opened to sign in, and tells the page that opened it. */
export const popupPage = (c: AppContext, returnUrl: string): Promise<Response> =>
  page(c, 200, {
    title: 'You can close this window',
    fact: `${c.var.deps.settings.applicationName} goes on in the other one.`,
    formAction: `'none'`,
    more: '',
    script: `opener?.postMessage({ usher: 'popup' }, ${scriptText(new URL(returnUrl).origin)}); close()`,
  })

// Nothing in it may end the script.
const scriptText = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c')
