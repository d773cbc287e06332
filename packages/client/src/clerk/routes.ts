import type { Core } from './core.ts'
import { navigate } from './navigate.ts'
import type { Clerk, RedirectParams } from './types.ts'
import { afterAttemptUrl, attemptUrl, choosePath } from './urls.ts'

type Routes = Pick<
  Clerk,
  | 'navigate'
  | 'buildSignInUrl'
  | 'buildSignUpUrl'
  | 'buildUserProfileUrl'
  | 'buildWaitlistUrl'
  | 'buildTasksUrl'
  | 'buildAfterSignInUrl'
  | 'buildAfterSignUpUrl'
  | 'buildAfterSignOutUrl'
  | 'buildAfterMultiSessionSingleSignOutUrl'
  | 'redirectToSignIn'
  | 'redirectToSignUp'
  | 'redirectToUserProfile'
  | 'redirectToTasks'
  | 'redirectToWaitlist'
  | 'redirectToAfterSignIn'
  | 'redirectToAfterSignUp'
  | 'redirectToAfterSignOut'
>

/** Where the pages of an app are, and how to go there. */
export function createRoutes({ api, options, client, activeSession }: Core): Routes {
  const environment = () => api.environment.get()
  const place = () => ({
    options: options(),
    environment: environment(),
    page: new URL(window.location.href),
  })
  const fromHere = (params: RedirectParams = {}) => ({ redirectUrl: window.location.href, ...params })
  const go = (to: string) => routes.navigate(to)
  // Whoever still has accounts here chooses among them before typing anything.
  const orChoose = () => (!activeSession() && client()?.signedInSessions.length ? choosePath : '')
  const routes: Routes = {
    navigate: (to, { replace = false } = {}) => navigate(options(), to, replace),
    buildSignInUrl: (params) => attemptUrl('signIn', place(), params),
    buildSignUpUrl: (params) => attemptUrl('signUp', place(), params),
    buildTasksUrl: (params) => {
      const key = activeSession()?.currentTask?.key
      if (!key) return ''
      return options().taskUrls?.[key] || `${routes.buildSignInUrl(params)}#/tasks/${key}`
    },
    buildWaitlistUrl: () => options().waitlistUrl ?? '',
    buildUserProfileUrl: () => options().userProfileUrl ?? '/user',
    buildAfterSignInUrl: (params) => afterAttemptUrl('signIn', place(), params),
    buildAfterSignUpUrl: (params) => afterAttemptUrl('signUp', place(), params),
    buildAfterSignOutUrl: () =>
      options().afterSignOutUrl ?? (environment()?.display_config.after_sign_out_all_url || '/'),
    buildAfterMultiSessionSingleSignOutUrl: () =>
      options().afterMultiSessionSingleSignOutUrl ?? routes.buildSignInUrl() + choosePath,
    redirectToSignIn: (params) => go(routes.buildSignInUrl(fromHere(params)) + orChoose()),
    redirectToSignUp: (params) => go(routes.buildSignUpUrl(fromHere(params))),
    redirectToUserProfile: () => go(routes.buildUserProfileUrl()),
    redirectToWaitlist: () => go(routes.buildWaitlistUrl()),
    redirectToTasks: async (params) => {
      const to = routes.buildTasksUrl(params)
      return to ? go(to) : undefined
    },
    redirectToAfterSignIn: () => go(routes.buildAfterSignInUrl()),
    redirectToAfterSignUp: () => go(routes.buildAfterSignUpUrl()),
    redirectToAfterSignOut: () => go(routes.buildAfterSignOutUrl()),
  }
  return routes
}
