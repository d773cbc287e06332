import { ClerkRuntimeError } from '../transport/errors.ts'
import type { ClerkOptions } from './types.ts'
import { isAllowedTarget } from './urls.ts'

/** Goes to a page of the app through its router, else through the browser; refuses other origins and protocols (S29). */
export async function navigate(options: ClerkOptions, to: string, replace: boolean): Promise<unknown> {
  const page = new URL(window.location.href)
  if (!isAllowedTarget(to, page, options))
    throw new ClerkRuntimeError(
      `The app may not lead to ${to}: it is on another origin. Add that origin to allowedRedirectOrigins, or its protocol to allowedRedirectProtocols.`,
      { code: 'redirect_refused' },
    )
  const target = new URL(to, page)
  const route = replace ? (options.routerReplace ?? options.routerPush) : options.routerPush
  if (route && target.origin === page.origin)
    return route(`${target.pathname}${target.search}${target.hash}`, { replace })
  if (replace) window.location.replace(target)
  else window.location.assign(target)
}
