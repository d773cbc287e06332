import type { Api } from '../api.ts'
import type { Clerk } from '../clerk/types.ts'
import type { RedirectCallbackParams } from './params.ts'
import { type CallbackOutcome, settleCallback } from './settle-callback.ts'

type Routes = Pick<
  Clerk,
  'buildSignInUrl' | 'buildSignUpUrl' | 'buildTasksUrl' | 'buildAfterSignInUrl' | 'buildAfterSignUpUrl'
>

/** Takes up what a provider said, and goes to the page of the app on which it goes on. */
export async function handleRedirect(
  api: Api,
  routes: Routes,
  params: RedirectCallbackParams,
  go: (to: string) => unknown,
): Promise<unknown> {
  const outcome = await settleCallback(api, params)
  if (outcome.to !== 'app') return go(pageOf(outcome, routes, params))
  const to = outcome.isNew
    ? routes.buildAfterSignUpUrl({
        forceRedirectUrl: params.signUpForceRedirectUrl,
        fallbackRedirectUrl: params.signUpFallbackRedirectUrl,
      })
    : routes.buildAfterSignInUrl({
        forceRedirectUrl: params.signInForceRedirectUrl,
        fallbackRedirectUrl: params.signInFallbackRedirectUrl,
      })
  const goOn = () => go(routes.buildTasksUrl({ redirectUrl: to }) || to)
  return api.setActive({ session: outcome.sessionId, navigate: goOn })
}

// The prebuilt components go on with an open attempt wherever they are: the pages of the steps are theirs.
function pageOf(
  outcome: Exclude<CallbackOutcome, { to: 'app' }>,
  routes: Routes,
  params: RedirectCallbackParams,
): string {
  const signIn = params.signInUrl || routes.buildSignInUrl()
  const signUp = params.signUpUrl || routes.buildSignUpUrl()
  if (outcome.to === 'sign-in')
    return (
      {
        start: signIn,
        'first-factor': params.firstFactorUrl,
        'second-factor': params.secondFactorUrl,
        'new-password': params.resetPasswordUrl,
      }[outcome.step] || signIn
    )
  return (
    {
      start: signUp,
      continue: params.continueSignUpUrl,
      'verify-email-address': params.verifyEmailAddressUrl,
      'verify-phone-number': params.verifyPhoneNumberUrl,
    }[outcome.step] || signUp
  )
}
