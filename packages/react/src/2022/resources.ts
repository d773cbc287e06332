import type {
  ClientResource as ClientNow,
  EmailLinkFlow,
  SignInResource as SignInNow,
  SignUpResource as SignUpNow,
} from '@usher/client'
import type {
  EmailAddressResource as EmailAddressNow,
  ExternalAccountResource as ExternalAccountNow,
  SessionResource as SessionNow,
  UserResource as UserNow,
} from '@usher/hooks'

/** Waits for a link that is used wherever it is opened. */
export type MagicLinkFlow<Params, Resource> = {
  startMagicLinkFlow(params: Params): Promise<Resource>
  cancelMagicLinkFlow(): void
}

type PublicUserData = SessionNow['publicUserData'] & { profileImageUrl: string }

export type EmailAddressResource = Old<
  EmailAddressNow,
  { createMagicLinkFlow(): MagicLinkFlow<{ redirectUrl: string }, EmailAddressResource> }
>
export type ExternalAccountResource = Old<ExternalAccountNow, { avatarUrl: string }>
export type SessionResource = Old<SessionNow, { publicUserData: PublicUserData }>
export type ActiveSessionResource = SessionResource & { user: UserResource }
export type SignInResource = Old<
  SignInNow,
  { createMagicLinkFlow(): MagicLinkFlow<{ emailAddressId: string; redirectUrl: string }, SignInResource> }
>
export type SignUpResource = Old<
  SignUpNow,
  { createMagicLinkFlow(): MagicLinkFlow<{ redirectUrl: string }, SignUpResource> }
>
export type ClientResource = Old<ClientNow, { activeSessions: ActiveSessionResource[] }>
export type UserResource = Old<
  UserNow,
  {
    profileImageUrl: string
    /** Whether a number is kept for the second step of signing in. */
    twoFactorEnabled(): boolean
    primaryWeb3WalletId: null
    primaryWeb3Wallet: null
    web3Wallets: never[]
    createExternalAccount(params: {
      strategy: string
      redirect_url?: string
    }): Promise<ExternalAccountResource>
  }
>

/** A resource with what it had in 2022, instead of what took its place. */
type Old<Now, Then> = { [Key in Exclude<keyof Now, keyof Then>]: In2022<Now[Key]> } & Then

/** What a value of today was in 2022. */
export type In2022<Value> = Value extends ClientNow
  ? ClientResource
  : Value extends UserNow
    ? UserResource
    : Value extends SignInNow
      ? SignInResource
      : Value extends SignUpNow
        ? SignUpResource
        : Value extends SessionNow
          ? SessionResource
          : Value extends EmailAddressNow
            ? EmailAddressResource
            : Value extends ExternalAccountNow
              ? ExternalAccountResource
              : Value extends (infer Item)[]
                ? In2022<Item>[]
                : Value extends (...given: infer Given) => Promise<infer Result>
                  ? (...given: Given) => Promise<In2022<Result>>
                  : Value

type Fields = Record<string, unknown>

const magicLinks = (resource: Fields) => ({
  createMagicLinkFlow: () => {
    const flow = (resource.createEmailLinkFlow as () => EmailLinkFlow<unknown, unknown>)()
    return {
      startMagicLinkFlow: async (params: unknown) => in2022(await flow.startEmailLinkFlow(params)),
      cancelMagicLinkFlow: flow.cancelEmailLinkFlow,
    }
  },
})

/** By a member that only this kind of resource has: what it had beside, or instead. */
const kinds: [member: string, then: (resource: Fields) => Fields][] = [
  [
    'createEmailAddress',
    (user) => ({
      profileImageUrl: user.imageUrl,
      twoFactorEnabled: () =>
        (user.phoneNumbers as { reservedForSecondFactor: boolean }[]).some(
          (number) => number.reservedForSecondFactor,
        ),
      primaryWeb3WalletId: null,
      primaryWeb3Wallet: null,
      web3Wallets: [],
      createExternalAccount: async ({
        strategy,
        redirect_url: redirectUrl,
      }: {
        strategy: string
        redirect_url?: string
      }) => in2022(await (user as unknown as UserNow).createExternalAccount({ strategy, redirectUrl })),
    }),
  ],
  ['attemptFirstFactor', magicLinks],
  ['attemptEmailAddressVerification', magicLinks],
  ['createEmailLinkFlow', magicLinks],
  ['reauthorize', (account) => ({ avatarUrl: account.imageUrl })],
  [
    'checkAuthorization',
    ({ publicUserData }) => ({
      publicUserData: { ...(publicUserData as object), profileImageUrl: (publicUserData as Fields).imageUrl },
    }),
  ],
  [
    'signedInSessions',
    (client) => ({
      get activeSessions() {
        return in2022((client.sessions as SessionNow[]).filter(({ status }) => status === 'active'))
      },
    }),
  ],
]

const known = new WeakMap<object, unknown>()

/** The same resource as an application of 2022 knows it; whatever it leads to is so, too. What is no resource stays. */
export function in2022<Value>(value: Value): In2022<Value> {
  if (typeof value !== 'object' || value === null) return value as In2022<Value>
  if (!known.has(value)) known.set(value, translate(value as Fields))
  return known.get(value) as In2022<Value>
}

function translate(value: Fields): unknown {
  if (Array.isArray(value)) return value.map(in2022)
  const kind = isResource(value) && kinds.find(([member]) => member in value)
  if (!kind) return value
  const old = Object.fromEntries(Object.keys(value).map((key) => [key, translateField(value, key)]))
  return Object.defineProperties({}, {
    ...old,
    ...Object.getOwnPropertyDescriptors(kind[1](value)),
  } as PropertyDescriptorMap)
}

// Metadata may have any key, but no functions.
const isResource = (value: Fields) =>
  typeof value.reload === 'function' ||
  typeof value.destroy === 'function' ||
  typeof value.touch === 'function'

// Read when asked for: a session's token is not the same for long, and a user may be of a session of that user.
function translateField(value: Fields, key: string): PropertyDescriptor {
  if (typeof value[key] !== 'function') return { enumerable: true, get: () => in2022(value[key]) }
  const call = (...given: unknown[]) => {
    const result = (value[key] as (...given: unknown[]) => unknown)(...given)
    return result instanceof Promise ? result.then(in2022) : result
  }
  return { enumerable: true, value: call }
}
