import * as z from 'zod/mini'
import { flag, optionalText, page, text, textList } from './fields.ts'

const redirect = {
  redirect_url: optionalText(2048),
  action_complete_redirect_url: optionalText(2048),
  additional_scope: z.optional(textList(256, 50)),
  oidc_prompt: optionalText(64),
  oidc_login_hint: optionalText(320),
}

/** `POST /v1/me/external_accounts` */
export const createExternalAccount = z.object({ strategy: text(64), ...redirect })

/** `PATCH /v1/me/external_accounts/{id}/reauthorize` */
export const reauthorizeExternalAccount = z.object(redirect)

/** `GET /v1/users/{id}/oauth_access_tokens/{provider}` */
export const listOAuthAccessTokens = z.object({ ...page, paginated: z.optional(flag) })
