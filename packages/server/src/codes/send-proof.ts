import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { readRedirectUrl } from '../redirects/read-redirect-url.ts'
import { type Link, type SendCodeInput, sendCode } from './send-code.ts'

/** A link that was asked for; where it shall lead is not checked yet. */
export type WantedLink = Omit<Link, 'redirectUrl'> & { redirectUrl: string | undefined }

/**
 * Sends what a strategy of a contact proves it by: a code, or a link. Throws what `sendCode` throws, and blames
 * `redirect_url` when a link shall lead to a page that is none of the app (S29).
 */
export async function sendProof(
  deps: Deps,
  { link, ...input }: Omit<SendCodeInput, 'link'> & { link: WantedLink | undefined },
): Promise<void> {
  if (input.strategy !== 'email_link') return sendCode(deps, input)
  if (!link) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  const redirectUrl = readRedirectUrl(deps.place, link.redirectUrl)
  await sendCode(deps, { ...input, link: { ...link, redirectUrl } })
}
