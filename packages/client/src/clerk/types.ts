import type { QueryClient } from '@tanstack/query-core'
import type { EnvironmentJSON } from '@usher/protocol'
import type { Api, SetActiveParams } from '../api.ts'
import type { EmailLinkVerificationParams } from '../email-links/handle-landing.ts'
import type { RedirectCallbackParams } from '../oauth/params.ts'
import type { CallbackOutcome, SettleParams } from '../oauth/settle-callback.ts'
import type { ClientResource } from '../resources/client.ts'
import type { SessionResource } from '../resources/session.ts'
import type { UserResource } from '../resources/user.ts'
import type { Reverifications } from './reverifications.ts'
import type { AfterParams } from './urls.ts'

export type ClerkStatus = 'loading' | 'ready' | 'degraded' | 'error'

export type Navigate = (to: string, metadata?: { replace?: boolean }) => unknown

/** What an app says once, on its provider. */
export type ClerkOptions = {
  /** `pk_test_…` or `pk_live_…`, as the server prints it. */
  publishableKey: string
  /** Where the Frontend API is, when not at the host in the key: an address, or a path on the page's own origin. */
  proxyUrl?: string | undefined
  signInUrl?: string | undefined
  signUpUrl?: string | undefined
  userProfileUrl?: string | undefined
  /** The page of the waitlist, where new accounts need an invitation. */
  waitlistUrl?: string | undefined
  signInForceRedirectUrl?: string | null | undefined
  signInFallbackRedirectUrl?: string | null | undefined
  signUpForceRedirectUrl?: string | null | undefined
  signUpFallbackRedirectUrl?: string | null | undefined
  afterSignOutUrl?: string | null | undefined
  /** Pages of the app for what somebody has to do before the session counts; the sign-in page has its own without them. */
  taskUrls?: TaskUrls | undefined
  /** Where to go when one of several accounts was signed out; the page on which one chooses without it. */
  afterMultiSessionSingleSignOutUrl?: string | null | undefined
  /** The app's own router; the browser's location without it. */
  routerPush?: Navigate | undefined
  routerReplace?: Navigate | undefined
  /** Leaves the app for a page of somebody else, such as a provider; by the browser's location without it. */
  leave?: ((url: string) => void) | undefined
  /** Other origins to which the app may lead. */
  allowedRedirectOrigins?: (string | RegExp)[] | undefined
  /** Protocols beside http and https to which the app may lead, such as `myapp:`; never those that run code. */
  allowedRedirectProtocols?: string[] | undefined
  /** Whether the token is replaced before it ends; without, when it is asked for. */
  polling?: boolean | undefined
  /** Whether a tab that comes back asks the server anew who is signed in. */
  touchSession?: boolean | undefined
  /** Which session is the active one when the page opens; the last active one without it. */
  selectInitialSession?: ((client: ClientResource) => { id: string } | null) | undefined
  /** Only for what is not a browser tab of its own: no cookies, no other tabs, no timers. */
  standardBrowser?: boolean | undefined
  /** A query client to keep everything in; one of its own without it. */
  queryClient?: QueryClient | undefined
  fetch?: typeof globalThis.fetch | undefined
}

export type TaskUrls = {
  'reset-password'?: string | undefined
  'setup-mfa'?: string | undefined
  /** Organizations are not part of this kit: accepted and ignored. */
  'choose-organization'?: string | undefined
}

export type ModalName = 'signIn' | 'signUp' | 'userProfile'
export type OpenModal = { name: ModalName; props: Record<string, unknown> }

export type RedirectParams = {
  /** Where to go afterwards; the page that is shown now without it. */
  redirectUrl?: string | null | undefined
  signInForceRedirectUrl?: string | null | undefined
  signInFallbackRedirectUrl?: string | null | undefined
  signUpForceRedirectUrl?: string | null | undefined
  signUpFallbackRedirectUrl?: string | null | undefined
  initialValues?: { emailAddress?: string | undefined; username?: string | undefined } | undefined
}

export type SignOutOptions = { sessionId?: string | undefined; redirectUrl?: string | undefined }

export type Resources = {
  client: ClientResource
  session: SessionResource | null
  user: UserResource | null
}

/** The object behind the hooks: who is signed in on this browser, and what can be done about it. */
export type Clerk = {
  readonly version: string
  readonly publishableKey: string
  readonly proxyUrl: string | undefined
  readonly frontendApi: string
  readonly instanceType: 'development' | 'production'
  readonly status: ClerkStatus
  readonly loaded: boolean
  readonly client: ClientResource | undefined
  /** Undefined before loading, null when signed out. */
  readonly session: SessionResource | null | undefined
  readonly user: UserResource | null | undefined
  readonly isSignedIn: boolean
  /** Reads the environment and the client; rejects never, `status` tells. */
  load(): Promise<void>
  /**
   * Makes a session of this browser the active one, then goes on: to the page of `taskUrls` while the session waits for
   * something, else as `navigate` says, else to `redirectUrl`, or first to what the session waits for.
   */
  setActive(params: SetActiveParams): Promise<void>
  /**
   * Signs one session out, or all of them. Goes on to the page after that; to that of the other accounts when it was the
   * active one of several, and nowhere when it was one that is not active here.
   */
  signOut(options?: SignOutOptions | (() => unknown), more?: SignOutOptions): Promise<void>
  /** Calls back at once when the client is known, and after every change; returns how to stop. */
  addListener(listener: (resources: Resources) => void): () => void
  on(event: 'status', listener: (status: ClerkStatus) => void, options?: { notify?: boolean }): void
  off(event: 'status', listener: (status: ClerkStatus) => void): void
  navigate(to: string, options?: { replace?: boolean }): Promise<unknown>
  buildSignInUrl(params?: RedirectParams): string
  buildSignUpUrl(params?: RedirectParams): string
  buildUserProfileUrl(): string
  /** The page for what the person has to do before the session counts; an empty text when there is nothing. */
  buildTasksUrl(params?: RedirectParams): string
  /** Where a sign-in leads; `params` are what its component or button says. */
  buildAfterSignInUrl(params?: AfterParams): string
  /** Where a sign-up leads; `params` are what its component or button says. */
  buildAfterSignUpUrl(params?: AfterParams): string
  buildAfterSignOutUrl(): string
  /** Where it goes on when one of several accounts was signed out: the page on which one chooses another. */
  buildAfterMultiSessionSingleSignOutUrl(): string
  /** Goes to the sign-in page; with accounts in this browser of which none is active, to choose one of them. */
  redirectToSignIn(params?: RedirectParams): Promise<unknown>
  redirectToSignUp(params?: RedirectParams): Promise<unknown>
  redirectToUserProfile(): Promise<unknown>
  /** Goes to the page for what the person has to do first; nowhere when there is nothing. */
  redirectToTasks(params?: RedirectParams): Promise<unknown>
  redirectToAfterSignIn(): Promise<unknown>
  redirectToAfterSignUp(): Promise<unknown>
  redirectToAfterSignOut(): Promise<unknown>
  /**
   * Whether nobody else has this username. Ours, beside Clerk's names: `GET /v1/username_availability`.
   * Rejects with a `ClerkAPIResponseError` when it breaks a rule of usernames.
   */
  isUsernameAvailable(username: string, options?: { signal?: AbortSignal | undefined }): Promise<boolean>
  /** Puts an address on the waitlist, where there is one. `POST /v1/waitlist` */
  joinWaitlist(params: { emailAddress: string }): Promise<{ id: string }>
  /** The page of the waitlist: `waitlistUrl` of the provider, or nothing. */
  buildWaitlistUrl(): string
  redirectToWaitlist(): Promise<unknown>
  /**
   * Takes up what a link has led to on this page: makes its session the active one, goes on with the attempt, or says
   * that it goes on elsewhere. Rejects with an `EmailLinkError` when the link was not confirmed.
   */
  handleEmailLinkVerification(
    params: EmailLinkVerificationParams,
    customNavigate?: (to: string) => unknown,
  ): Promise<unknown>
  /**
   * Takes up what a provider has said on the page that it leads back to: signs in, signs up where somebody wanted in, or
   * goes to the page on which something more is asked. Rejects when that is not allowed.
   */
  handleRedirectCallback(
    params?: RedirectCallbackParams,
    customNavigate?: (to: string) => unknown,
  ): Promise<unknown>
  /** Looks again whether somebody is still signed in. */
  handleUnauthenticated(): Promise<void>
  openSignIn(props?: Record<string, unknown>): void
  closeSignIn(): void
  openSignUp(props?: Record<string, unknown>): void
  closeSignUp(): void
  openUserProfile(props?: Record<string, unknown>): void
  closeUserProfile(): void
  /** What the kit's own packages need beside the public surface. */
  readonly __internal: {
    api: Api
    environment(): EnvironmentJSON | undefined
    /** Takes up what a provider said, and says where somebody goes on; goes nowhere itself. */
    settleCallback(params?: SettleParams): Promise<CallbackOutcome>
    reverifications: Reverifications
    modal: { get(): OpenModal | null; close(): void; subscribe(listener: () => void): () => void }
    /** Replaces what the provider said. */
    setOptions(options: Partial<ClerkOptions>): void
    options(): ClerkOptions
    /** Stops timers and listeners. */
    destroy(): void
  }
}
