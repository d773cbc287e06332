import * as z from 'zod/mini'
import { oauthSettings } from './oauth.ts'

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && countryNames.of(code) !== undefined

/** What an instance allows and asks for; the environment document and every screen follow it. */
export const instanceSettings = z.object({
  applicationName: z._default(z.string().check(z.minLength(1), z.maxLength(120)), 'Acme'),
  logoImageUrl: z._default(z.string(), ''),
  homeUrl: z._default(z.string(), ''),
  signInUrl: z._default(z.string(), ''),
  signUpUrl: z._default(z.string(), ''),
  supportEmail: z._default(z.string(), ''),
  termsUrl: z._default(z.string(), ''),
  privacyPolicyUrl: z._default(z.string(), ''),
  emailAddress: z._default(
    z.object({
      enabled: z._default(z.boolean(), true),
      required: z._default(z.boolean(), true),
      usedForFirstFactor: z._default(z.boolean(), true),
      verifyAtSignUp: z._default(z.boolean(), true),
    }),
    { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: true },
  ),
  phoneNumber: z._default(
    z.object({
      enabled: z._default(z.boolean(), true),
      required: z._default(z.boolean(), false),
      usedForFirstFactor: z._default(z.boolean(), true),
      verifyAtSignUp: z._default(z.boolean(), true),
      /** Whose numbers are those that are given without +, ISO 3166: `GR`. Without it the server takes none of them. */
      defaultCountry: z.optional(
        z
          .string()
          .check(z.refine(isCountry, { error: 'phoneNumber.defaultCountry must be a country, such as GR' })),
      ),
    }),
    { enabled: false, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
  ),
  /** Who has one may sign in with it where `usedForFirstFactor` says so. */
  username: z._default(
    z.object({
      enabled: z._default(z.boolean(), true),
      required: z._default(z.boolean(), false),
      usedForFirstFactor: z._default(z.boolean(), true),
    }),
    { enabled: false, required: false, usedForFirstFactor: true },
  ),
  /**
   * What may be asked for after the first factor, of people who have set it up. Each is off unless named; a code by
   * text message needs phone numbers, and the app beside it (S33). `required` demands that everybody does: a session of
   * somebody who has none is `pending` until one is set up.
   */
  secondFactors: z._default(
    z
      .object({
        authenticatorApp: z._default(z.boolean(), false),
        phoneCode: z._default(z.boolean(), false),
        backupCode: z._default(z.boolean(), false),
        required: z.optional(z.boolean()),
      })
      .check(
        z.refine(({ authenticatorApp, required }) => authenticatorApp || !required, {
          error: 'secondFactors.required needs secondFactors.authenticatorApp',
        }),
        z.refine(({ authenticatorApp, phoneCode }) => authenticatorApp || !phoneCode, {
          error: 'secondFactors.phoneCode needs secondFactors.authenticatorApp beside it',
        }),
      ),
    { authenticatorApp: false, phoneCode: false, backupCode: false },
  ),
  /**
   * Signing in with a face, a finger or a PIN. A passkey belongs to one host, by default that of the page which asks;
   * `rpId` names a domain above all pages instead. Who signs in with one has shown two things at once, so no second
   * factor is asked for unless `satisfiesSecondFactor` says otherwise.
   */
  passkey: z._default(
    z.object({
      enabled: z._default(z.boolean(), true),
      rpId: z._default(z.string().check(z.regex(/^([a-z0-9-]+(\.[a-z0-9-]+)*)?$/)), ''),
      allowAutofill: z._default(z.boolean(), true),
      showSignInButton: z._default(z.boolean(), true),
      satisfiesSecondFactor: z._default(z.boolean(), true),
    }),
    { enabled: false, rpId: '', allowAutofill: true, showSignInButton: true, satisfiesSecondFactor: true },
  ),
  firstName: z._default(z.enum(['off', 'optional', 'required']), 'optional'),
  lastName: z._default(z.enum(['off', 'optional', 'required']), 'optional'),
  password: z._default(
    z.object({
      enabled: z._default(z.boolean(), true),
      required: z._default(z.boolean(), true),
      minLength: z._default(z.int().check(z.minimum(8), z.maximum(72)), 8),
    }),
    { enabled: true, required: true, minLength: 8 },
  ),
  /** How an address is proved at sign-up and in the profile; the screens begin with the first. */
  emailVerifications: z._default(z.array(z.enum(['email_code', 'email_link'])).check(z.minLength(1)), [
    'email_code',
  ]),
  emailCodeSignIn: z._default(z.boolean(), true),
  emailLinkSignIn: z._default(z.boolean(), false),
  /** Whether a link counts only in the browser that asked for it. */
  emailLinkSameBrowser: z._default(z.boolean(), false),
  phoneCodeSignIn: z._default(z.boolean(), true),
  /**
   * Whether a password alone is not enough on a browser on which the account was never used: a code to what the account
   * has shows that it is its owner's.
   */
  clientTrust: z._default(z.boolean(), false),
  /** Accounts elsewhere with which people sign in, by the name of the provider. */
  oauth: z._default(oauthSettings, {}),
  /** Who makes an account: anybody, or who was invited; with `waitlist` the others may wait for an invitation. */
  signUpMode: z._default(z.enum(['public', 'restricted', 'waitlist']), 'public'),
  /** Only addresses and numbers that the list names make an account, and who was invited. */
  allowlist: z._default(z.boolean(), false),
  /** No address and no number that the list names makes an account. */
  blocklist: z._default(z.boolean(), false),
  /** Whether nobody makes an account who has not agreed to `termsUrl` and `privacyPolicyUrl`. */
  legalConsent: z._default(z.boolean(), false),
  singleSessionMode: z._default(z.boolean(), true),
  deleteSelf: z._default(z.boolean(), false),
  enumerationProtection: z._default(z.boolean(), false),
  testMode: z._default(z.boolean(), false),
  /** Wrong tries of passwords and codes after which an account is locked. */
  lockAfter: z._default(z.int().check(z.minimum(5), z.maximum(100)), 10),
  /** How long a locked account stays locked, in milliseconds; at most a year. */
  lockDuration: z._default(z.int().check(z.minimum(60_000), z.maximum(31_536_000_000)), 3_600_000),
  /**
   * Whether factors, addresses, the password and the account change only for somebody who has proved who they are within
   * `maxAge`, in milliseconds; at most 10 minutes.
   */
  reverification: z._default(
    z.object({
      enabled: z._default(z.boolean(), true),
      maxAge: z._default(z.int().check(z.minimum(10_000), z.maximum(600_000)), 600_000),
    }),
    { enabled: true, maxAge: 600_000 },
  ),
  /** Absolute life of a session in milliseconds; at most 30 days. */
  sessionLifetime: z._default(z.int().check(z.minimum(60_000), z.maximum(2_592_000_000)), 604_800_000),
  /** A session that nobody uses for so long (milliseconds) ends; null means never. */
  sessionInactivity: z._default(z.nullable(z.int().check(z.minimum(60_000))), null),
})

export type InstanceSettings = z.infer<typeof instanceSettings>

/** How many characters a username has. */
export const usernameLimits = { minLength: 4, maxLength: 64 } as const

/** Passwords are counted in code points and may not exceed these, whatever the settings say. */
export const passwordLimits = { maxLength: 128, maxBytes: 1024 } as const
