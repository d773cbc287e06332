import type { commonMessages } from './common.ts'
import type { connectedAccountMessages } from './connected-accounts.ts'
import type { emailLinkMessages } from './email-link.ts'
import type { errorMessages } from './errors.ts'
import type { impersonationMessages } from './impersonation.ts'
import type { newCredentialMessages } from './new-credentials.ts'
import type { passkeyMessages } from './passkeys.ts'
import type { reverificationMessages } from './reverification.ts'
import type { secondFactorMessages } from './second-factors.ts'
import type { secondStepMessages } from './second-step.ts'
import type { signInMessages } from './sign-in.ts'
import type { signUpMessages } from './sign-up.ts'
import type { ssoMessages } from './sso.ts'
import type { taskMessages } from './tasks.ts'
import type { userButtonMessages } from './user-button.ts'
import type { userProfileMessages } from './user-profile.ts'
import type { waitlistMessages } from './waitlist.ts'

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`
}[keyof T & string]

/** The path of every English text: `signIn.start.title`. */
export type MessageKey =
  | Paths<typeof commonMessages>
  | Paths<typeof connectedAccountMessages>
  | Paths<typeof emailLinkMessages>
  | Paths<typeof errorMessages>
  | Paths<typeof impersonationMessages>
  | Paths<typeof newCredentialMessages>
  | Paths<typeof passkeyMessages>
  | Paths<typeof reverificationMessages>
  | Paths<typeof secondFactorMessages>
  | Paths<typeof secondStepMessages>
  | Paths<typeof signInMessages>
  | Paths<typeof signUpMessages>
  | Paths<typeof ssoMessages>
  | Paths<typeof taskMessages>
  | Paths<typeof userButtonMessages>
  | Paths<typeof userProfileMessages>
  | Paths<typeof waitlistMessages>
