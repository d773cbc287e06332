import type { EnvironmentJSON } from '@usher/protocol'
import type { FlowError } from '../action/failure.ts'
import type { ReverificationAttempt } from '../reverification/reverification-step.ts'
import type { SignInAttempt } from '../sign-in/sign-in.machine.ts'
import type { SignUpAttempt } from '../sign-up/sign-up.machine.ts'
import type { SignUpValues } from '../sign-up/sign-up.props.ts'

/** What can be done with an attempt at a provider. */
type ProviderActions = {
  authenticateWithRedirect: (params: ProviderParams) => Promise<unknown>
  authenticateWithPopup: (params: ProviderParams & { popup: Window | null }) => Promise<unknown>
}

type ProviderParams = {
  strategy: string
  redirectUrl: string
  redirectUrlComplete: string
  oidcPrompt?: string | undefined
  unsafeMetadata?: Record<string, unknown> | undefined
}

/** How far the way to a provider has come. */
export type ProviderVerification = { status: string | null; error: FlowError | null } | null

/** What the flows use of a sign-in; every action gives the sign-in as it is afterwards, or throws. */
export type SignInResourceLike = SignInAttempt &
  ProviderActions & {
    firstFactorVerification: { expireAt: Date | null; error: FlowError | null } | null
    secondFactorVerification: { expireAt: Date | null } | null
    createdSessionId: string | null
    create: (
      params:
        | { identifier: string; password?: string; signUpIfMissing?: boolean }
        | { strategy: 'ticket'; ticket: string },
    ) => Promise<SignInResourceLike>
    prepareFirstFactor: (params: CodeTarget & { redirectUrl?: string | undefined }) => Promise<unknown>
    waitForEmailLink: (signal: AbortSignal) => Promise<void>
    reload: () => Promise<SignInResourceLike>
    attemptFirstFactor: (
      params: { strategy: string } & ({ password: string } | { code: string }),
    ) => Promise<SignInResourceLike>
    authenticateWithPasskey: (params: {
      flow?: 'autofill' | 'discoverable'
      signal?: AbortSignal
    }) => Promise<SignInResourceLike>
    prepareSecondFactor: (params: CodeTarget & { redirectUrl?: string | undefined }) => Promise<unknown>
    attemptSecondFactor: (params: { strategy: string; code: string }) => Promise<SignInResourceLike>
    resetPassword: (params: {
      password: string
      signOutOfOtherSessions?: boolean | undefined
    }) => Promise<SignInResourceLike>
  }

type EmailAddressStrategy = { strategy: 'email_code' } | { strategy: 'email_link'; redirectUrl: string }

/** What the flows use of a sign-up; every action gives the sign-up as it is afterwards, or throws. */
export type SignUpResourceLike = SignUpAttempt &
  ProviderActions & {
    verifications: { externalAccount: ProviderVerification }
    createdSessionId: string | null
    create: (
      params: SignUpValues & {
        transfer?: boolean
        strategy?: 'ticket'
        ticket?: string
        unsafeMetadata?: Record<string, unknown> | undefined
      },
    ) => Promise<SignUpResourceLike>
    update: (params: SignUpValues) => Promise<SignUpResourceLike>
    prepareEmailAddressVerification: (params: EmailAddressStrategy) => Promise<unknown>
    waitForEmailLink: (signal: AbortSignal) => Promise<void>
    reload: () => Promise<SignUpResourceLike>
    attemptEmailAddressVerification: (params: { code: string }) => Promise<SignUpResourceLike>
    preparePhoneNumberVerification: (params: { strategy: 'phone_code' }) => Promise<unknown>
    attemptPhoneNumberVerification: (params: { code: string }) => Promise<SignUpResourceLike>
  }

type ContactVerification = { status: string | null; strategy: string | null; expireAt: Date | null } | null

export type EmailAddressResourceLike = {
  id: string
  emailAddress: string
  verification: ContactVerification
  prepareVerification: (params: EmailAddressStrategy) => Promise<unknown>
  waitForEmailLink: (signal: AbortSignal) => Promise<void>
  reload: () => Promise<unknown>
  attemptVerification: (params: { code: string }) => Promise<unknown>
  destroy: () => Promise<unknown>
}

export type PhoneNumberResourceLike = {
  id: string
  phoneNumber: string
  verification: ContactVerification
  prepareVerification: () => Promise<unknown>
  attemptVerification: (params: { code: string }) => Promise<unknown>
  reservedForSecondFactor: boolean
  defaultSecondFactor: boolean
  setReservedForSecondFactor: (params: { reserved: boolean }) => Promise<{ backupCodes: string[] | null }>
  makeDefaultSecondFactor: () => Promise<unknown>
  destroy: () => Promise<unknown>
}

/** An account elsewhere that a person signs in with. */
export type ExternalAccountResourceLike = {
  id: string
  provider: string
  approvedScopes: string
  verification: ProviderVerification & { externalVerificationRedirectURL: URL | null }
  accountIdentifier: () => string
  reauthorize: (params: ReauthorizeParams) => Promise<ExternalAccountResourceLike>
  destroy: () => Promise<unknown>
}

type ReauthorizeParams = { redirectUrl: string; additionalScopes?: string[] | undefined }

export type PasskeyResourceLike = {
  id: string
  name: string
  backedUp: boolean
  createdAt: Date | number
  lastUsedAt: Date | number | null
  update: (params: { name: string }) => Promise<unknown>
  delete: () => Promise<unknown>
}

export type UserResourceLike = {
  id: string
  username: string | null
  firstName: string | null
  lastName: string | null
  imageUrl: string
  hasImage: boolean
  primaryEmailAddressId: string | null
  primaryEmailAddress: { emailAddress: string } | null
  emailAddresses: readonly EmailAddressResourceLike[]
  primaryPhoneNumberId: string | null
  phoneNumbers: readonly PhoneNumberResourceLike[]
  hasVerifiedEmailAddress: boolean
  passwordEnabled: boolean
  passwordLastUpdatedAt?: Date | number | null
  deleteSelfEnabled: boolean
  totpEnabled: boolean
  backupCodeEnabled: boolean
  backupCodesLeft: number
  backupCodesCreatedAt: Date | number | null
  createTOTP: () => Promise<{ secret: string | null; uri: string | null }>
  verifyTOTP: (params: { code: string }) => Promise<{ backupCodes: string[] | null }>
  disableTOTP: () => Promise<unknown>
  createBackupCode: () => Promise<{ codes: string[] }>
  passkeys: readonly PasskeyResourceLike[]
  createPasskey: () => Promise<PasskeyResourceLike>
  update: (params: {
    firstName?: string
    lastName?: string
    username?: string
    primaryEmailAddressId?: string
    primaryPhoneNumberId?: string
  }) => Promise<unknown>
  setProfileImage: (params: { file: Blob | null }) => Promise<unknown>
  createEmailAddress: (params: { email: string }) => Promise<EmailAddressResourceLike>
  externalAccounts: readonly ExternalAccountResourceLike[]
  createExternalAccount: (
    params: ReauthorizeParams & { strategy: string },
  ) => Promise<ExternalAccountResourceLike>
  createPhoneNumber: (params: { phoneNumber: string }) => Promise<PhoneNumberResourceLike>
  updatePassword: (params: {
    newPassword: string
    currentPassword?: string | undefined
    signOutOfOtherSessions?: boolean | undefined
  }) => Promise<unknown>
  removePassword: (params: { currentPassword?: string | undefined }) => Promise<unknown>
  delete: () => Promise<unknown>
}

/** How far a person has come in proving again who they are. */
export type SessionVerificationLike = ReverificationAttempt & {
  firstFactorVerification: { expireAt: Date | null } | null
  secondFactorVerification: { expireAt: Date | null } | null
}

type CodeTarget = {
  strategy: string
  emailAddressId?: string | undefined
  phoneNumberId?: string | undefined
}

/** What a person may have to do before a session counts. */
export type TaskKey = 'reset-password' | 'setup-mfa'

/** A session of this browser. */
export type SessionResourceLike = {
  id: string
  /** What the person has to do before the session counts. */
  currentTask?: { key: TaskKey } | undefined
  startVerification: (params: {
    level: 'first_factor' | 'second_factor' | 'multi_factor'
  }) => Promise<SessionVerificationLike>
  prepareFirstFactorVerification: (params: CodeTarget) => Promise<SessionVerificationLike>
  attemptFirstFactorVerification: (
    params: { strategy: string } & ({ password: string } | { code: string }),
  ) => Promise<SessionVerificationLike>
  prepareSecondFactorVerification: (params: CodeTarget) => Promise<SessionVerificationLike>
  attemptSecondFactorVerification: (params: {
    strategy: string
    code: string
  }) => Promise<SessionVerificationLike>
  verifyWithPasskey: (params: { level: 'first_factor' | 'second_factor' }) => Promise<SessionVerificationLike>
  publicUserData: {
    firstName: string | null
    lastName: string | null
    imageUrl: string
    hasImage: boolean
    identifier: string
    userId?: string | undefined
  }
}

/** A session of the person on any device. */
export type SessionActivityLike = {
  id: string
  lastActiveAt: Date | number
  latestActivity: {
    deviceType?: string | null
    isMobile?: boolean
    browserName?: string | null
    browserVersion?: string | null
    ipAddress?: string | null
    city?: string | null
    country?: string | null
    isNewPlace?: boolean
  }
  revoke: () => Promise<unknown>
}

export type ClientResourceLike = {
  signIn: SignInResourceLike
  signUp: SignUpResourceLike
  sessions: readonly { id: string }[]
  signedInSessions: readonly SessionResourceLike[]
  lastActiveSessionId: string | null
  lastAuthenticationStrategy: string | null
}

type AfterParams = {
  forceRedirectUrl?: string | null | undefined
  fallbackRedirectUrl?: string | null | undefined
}

export type ClerkLike = {
  client?: ClientResourceLike | null | undefined
  setActive: (params: {
    session: string
    redirectUrl?: string | undefined
    navigate?: ((params: { session: Pick<SessionResourceLike, 'currentTask'> }) => unknown) | undefined
  }) => Promise<unknown>
  signOut: (params: { sessionId?: string | undefined; redirectUrl?: string | undefined }) => Promise<unknown>
  navigate: (to: string) => Promise<unknown> | undefined
  isUsernameAvailable: (username: string, options: { signal: AbortSignal }) => Promise<boolean>
  redirectToSignIn: (params: {
    initialValues: { emailAddress?: string | undefined }
    redirectUrl: string | undefined
  }) => Promise<unknown> | undefined
  buildSignInUrl: () => string
  buildSignUpUrl: () => string
  buildUserProfileUrl: () => string
  buildTasksUrl: (params: { redirectUrl: string }) => string
  openUserProfile: () => void
  buildAfterSignInUrl: (params: AfterParams) => string
  buildAfterSignUpUrl: (params: AfterParams) => string
  buildAfterSignOutUrl: () => string
}

/** What the flows know of the provider around them. */
export type Kit = {
  isLoaded: boolean
  clerk: ClerkLike
  client: ClientResourceLike | null
  session: SessionResourceLike | null
  user: UserResourceLike | null
  isSignedIn: boolean
  /** What the instance allows; undefined until it is known. */
  environment: EnvironmentJSON | undefined
}

/** The client of a provider that has loaded. */
export function loaded({ client }: ClerkLike): ClientResourceLike {
  if (!client)
    throw new Error('Nothing can be submitted before the provider has loaded. Wait for `isLoaded`.')
  return client
}
