import type { ExternalAccountJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { onThisPage } from '../email-links/read-landing.ts'
import type { ReauthorizeParams } from '../resources/external-account.ts'

/** Begins to connect an account, or to connect it anew. */
export const askProvider = (
  api: Api,
  path: string,
  method: 'POST' | 'PATCH',
  { additionalScopes, redirectUrl, ...fields }: ReauthorizeParams & { strategy?: string },
): Promise<ExternalAccountJSON> =>
  api.transport.call(path, {
    method,
    fields: {
      ...fields,
      additionalScope: additionalScopes,
      redirectUrl: onThisPage(redirectUrl ?? window.location.href),
    },
  })
