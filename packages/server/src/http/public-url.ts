import type { AppContext } from './context.ts'

/**
 * The address of one of our paths under the name that the browser knows the server by, because its cookie is kept under
 * that; but only when it is one of ours, for the Host of a request may be made up and such an address is worth a session.
 */
export function publicUrl(c: AppContext, path: string): string {
  const { ownOrigin, isAllowedOrigin } = c.var.deps.place
  const { host } = new URL(c.req.url)
  const asked = [`https://${host}`, `http://${host}`].find(
    (origin) => origin === ownOrigin || isAllowedOrigin(origin),
  )
  return asked ? `${asked}${c.env.mount ?? ''}${path}` : `${ownOrigin}${path}`
}
