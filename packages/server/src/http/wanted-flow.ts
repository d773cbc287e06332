import type { WantedFlow } from '../usecases/begin-oauth.ts'
import type { AppContext } from './context.ts'
import { publicUrl } from './public-url.ts'

/** Where providers send people back to. */
export const callbackPath = '/v1/oauth_callback'

type Fields = {
  redirect_url?: string | undefined
  action_complete_redirect_url?: string | undefined
  oidc_prompt?: string | undefined
  oidc_login_hint?: string | undefined
}

/** What a request says of the way to a provider that it asks for. */
export const wantedFlow = (c: AppContext, fields: Fields): WantedFlow => ({
  callbackUrl: publicUrl(c, callbackPath),
  origin: c.var.origin,
  redirectUrl: fields.redirect_url,
  completeRedirectUrl: fields.action_complete_redirect_url,
  prompt: fields.oidc_prompt,
  loginHint: fields.oidc_login_hint,
})
