import { ApiError } from '../api-error.ts'
import type { Place } from '../deps.ts'

/**
 * The page of the app to which somebody is sent back, in the form in which browsers read it. It is on an origin that
 * may call this server, or on the server itself with its account pages, so that nobody can make the server send
 * people elsewhere (S29).
 */
export function readRedirectUrl(
  { ownOrigin, isAllowedOrigin }: Place,
  value: string | undefined,
  paramName = 'redirect_url',
): string {
  if (value === undefined) throw new ApiError('form_param_nil', { paramName })
  // What browsers drop or turn around in an address has no place in that of a page.
  if (/[\s\\\p{Cc}]/u.test(value) || !/^https?:\/\/[^/]/i.test(value) || !URL.canParse(value))
    throw new ApiError('form_param_format_invalid', {
      paramName,
      longMessage: 'The address must be a whole one, such as https://app.example.com/sign-in.',
    })
  const url = new URL(value)
  const isAllowed = url.origin === ownOrigin || isAllowedOrigin(url.origin)
  if (url.username === '' && url.password === '' && isAllowed) return url.href
  throw new ApiError('form_param_value_invalid', {
    paramName,
    longMessage: 'The address is not of this application. Add its origin to allowedOrigins of the server.',
  })
}
