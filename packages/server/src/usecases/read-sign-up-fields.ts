import type { SignUpFields } from '@usher/protocol'
import type { Updateable } from 'kysely'
import { ApiError, checkTogether } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { SignUpTable } from '../database/schema/sign-ups.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { readMetadata } from '../metadata/read-metadata.ts'
import { checkPassword, normalizePassword } from '../passwords/check-password.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import { isContactClaimed } from '../stores/contact-store.ts'
import { readUsername } from './read-username.ts'

/** What the sign-up holds already, for rules that look at several fields. */
export type KnownFields = Record<
  'emailAddress' | 'phoneNumber' | 'username' | 'firstName' | 'lastName',
  string | null
>

/** Checks the fields of a sign-up and turns them into columns; throws before anything is stored. */
export async function readSignUpFields(
  deps: Deps,
  fields: SignUpFields,
  known: KnownFields,
): Promise<Updateable<SignUpTable>> {
  refuseOtherWays(fields)
  refuseSwitchedOff(deps, fields)
  const firstName = readName(fields.first_name)
  const lastName = readName(fields.last_name)
  const personal = [
    fields.email_address ?? known.emailAddress,
    fields.phone_number ?? known.phoneNumber,
    fields.username ?? known.username,
    fields.first_name ?? known.firstName,
    fields.last_name ?? known.lastName,
  ]
  const [email, phone, username, password] = await checkTogether(
    readContact(deps, 'email_address', fields.email_address),
    readContact(deps, 'phone_number', fields.phone_number),
    fields.username === undefined ? Promise.resolve({}) : readUsername(deps, fields.username, null),
    readPassword(deps, fields.password, personal),
  )
  return {
    ...email,
    ...phone,
    ...username,
    ...(firstName ? { first_name: firstName } : {}),
    ...(lastName ? { last_name: lastName } : {}),
    ...(password === null ? {} : { password_digest: await hashPassword(deps, password) }),
    ...(fields.unsafe_metadata
      ? { unsafe_metadata: await readMetadata(deps, 'unsafe_metadata', fields.unsafe_metadata) }
      : {}),
    ...(fields.locale ? { locale: fields.locale } : {}),
    ...(fields.legal_accepted ? { legal_accepted_at: deps.clock.now() } : {}),
  }
}

function refuseOtherWays({ strategy, transfer }: SignUpFields) {
  const isKnown =
    strategy === undefined || ['password', 'email_code', 'email_link', 'phone_code'].includes(strategy)
  if (isKnown && !transfer) return
  const paramName = isKnown ? 'transfer' : 'strategy'
  throw new ApiError('form_param_value_invalid', {
    paramName,
    longMessage: 'This way to sign up is not available.',
  })
}

// What the settings do not ask for must not vanish without a word.
function refuseSwitchedOff({ settings }: Deps, fields: SignUpFields): void {
  const isOn = {
    email_address: settings.emailAddress.enabled,
    password: settings.password.enabled,
    first_name: settings.firstName !== 'off',
    last_name: settings.lastName !== 'off',
    phone_number: settings.phoneNumber.enabled,
    username: settings.username.enabled,
  }
  for (const name of Object.keys(isOn) as (keyof typeof isOn)[])
    if (fields[name] !== undefined && !isOn[name])
      throw new ApiError('form_param_unknown', { paramName: name })
}

async function readContact(
  deps: Deps,
  kind: ContactKind,
  value: string | undefined,
): Promise<Updateable<SignUpTable>> {
  if (value === undefined) return {}
  const normal = contacts[kind].normalize(value, deps.settings)
  if (normal === null)
    throw new ApiError('form_param_format_invalid', { paramName: kind, longMessage: contacts[kind].form })
  if (!deps.settings.enumerationProtection && (await isContactClaimed(deps.db, normal)))
    throw new ApiError('form_identifier_exists', { paramName: kind })
  // A number is kept as it is dialled; an address as its owner writes it.
  return { [kind]: kind === 'phone_number' ? normal : value.trim(), [`${kind}_norm`]: normal }
}

const readName = (value: string | undefined) => value?.trim().normalize('NFC')

async function readPassword(deps: Deps, value: string | undefined, personal: (string | null)[]) {
  if (value === undefined) return null
  const password = normalizePassword(value)
  await checkPassword(deps.settings, password, { paramName: 'password', personal })
  return password
}
