import type { SignInJSON, SignUpJSON, VerificationJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { onThisPage } from '../email-links/read-landing.ts'
import { ClerkRuntimeError } from '../transport/errors.ts'
import type { AuthenticateParams } from './params.ts'
import { openPopup, popupPage } from './popup.ts'

/** Where an attempt is begun. */
export type AttemptPath = 'sign_ins' | 'sign_ups'

/**
 * Begins an attempt with an account elsewhere and leaves for its provider, in this window or in the one that is given.
 * Resolves to the attempt: as it was begun, or in a window of its own as it has become there.
 */
export async function authenticate<Json extends SignInJSON | SignUpJSON>(
  api: Api,
  at: AttemptPath,
  { id, params }: { id: string | undefined; params: AuthenticateParams },
): Promise<Json> {
  const { redirectUrl, redirectUrlComplete, continueSignIn: _, continueSignUp, popup, ...fields } = params
  const back = onThisPage(redirectUrl)
  const onward = onThisPage(redirectUrlComplete ?? redirectUrl)
  const isUpdate = continueSignUp && id
  const begun = await api.transport.call<Json>(`/client/${at}${isUpdate ? `/${id}` : ''}`, {
    method: isUpdate ? 'PATCH' : 'POST',
    fields: {
      ...fields,
      redirectUrl: popup ? popupPage(api, back) : back,
      actionCompleteRedirectUrl: popup ? popupPage(api, onward) : onward,
    },
  })
  const url = verificationOf(begun)?.external_verification_redirect_url
  if (!url)
    throw new ClerkRuntimeError(`The server named no page of ${params.strategy} to go to.`, {
      code: 'no_provider_page',
    })
  if (popup) {
    const after = await openPopup<Json>(api, { popup, url, path: `/client/${at}/${begun.id}` })
    if (after.status === 'complete' || !verificationOf(after)?.external_verification_redirect_url)
      return after
    throw new ClerkRuntimeError('The window was closed before the provider had answered.', {
      code: 'popup_closed',
    })
  }
  api.leave(url)
  return begun
}

/** The same in a window of its own, after which this page goes on as it would have come back. */
export async function authenticateInPopup(
  api: Api,
  at: AttemptPath,
  given: { id: string | undefined; params: AuthenticateParams },
): Promise<void> {
  const after = await authenticate<SignInJSON | SignUpJSON>(api, at, given)
  const { redirectUrl, redirectUrlComplete } = given.params
  if (after.status !== 'complete') return api.setActive({ redirectUrl })
  await api.setActive({ session: after.created_session_id, redirectUrl: redirectUrlComplete })
}

const verificationOf = (json: SignInJSON | SignUpJSON): VerificationJSON | null =>
  'verifications' in json ? json.verifications.external_account : json.first_factor_verification
