import { ApiError } from '../api-error.ts'
import type { Place } from '../deps.ts'
import { readRedirectUrl } from './read-redirect-url.ts'

/** The page of the server that ends a window which was opened to sign in. */
export const popupPath = '/v1/popup_callback'

/**
 * The page to which somebody comes back from a provider: one of the app, where a path stands for one of the page that
 * asks, or the page of the server that closes a window.
 */
export function readReturnUrl(
  place: Place,
  value: string | undefined,
  { base, paramName }: { base: string | null; paramName: string },
): string {
  if (value === undefined) throw new ApiError('form_param_missing', { paramName })
  if (value.startsWith(`${place.ownOrigin}${popupPath}?`) && URL.canParse(value)) return new URL(value).href
  const isPath = base !== null && /^\/(?![/\\])/.test(value)
  return readRedirectUrl(place, isPath ? `${base}${value}` : value, paramName)
}
