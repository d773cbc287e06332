import type {
  EmailAddressJSON,
  ImageJSON,
  PhoneNumberJSON,
  SessionWithActivityJSON,
  UserJSON,
} from '@usher/protocol'
import type { Api } from '../api.ts'
import { sessionsKey, userSessionsQuery } from '../queries/session.ts'
import { type Camelized, camelize } from '../transport/camelize.ts'
import { toSnakeCase } from '../transport/encode-form.ts'
import { type EmailAddressResource, toEmailAddress } from './email-address.ts'
import {
  type CreateExternalAccountParams,
  connect,
  type ExternalAccountResource,
  toExternalAccount,
} from './external-account.ts'
import { memo } from './memo.ts'
import type { PublicMetadata, UnsafeMetadata, UnsafeMetadataPatch } from './metadata.ts'
import { loadPasskeyUse, type PasskeyResource, toPasskey } from './passkey.ts'
import { type PhoneNumberResource, toPhoneNumber } from './phone-number.ts'
import { type SecondFactorActions, secondFactorActions } from './second-factors.ts'
import { type SessionWithActivitiesResource, toSessionWithActivities } from './session-with-activities.ts'

export type UpdateUserParams = {
  firstName?: string | null
  lastName?: string | null
  username?: string | null
  primaryEmailAddressId?: string
  primaryPhoneNumberId?: string
  /** Replaces what was there. */
  unsafeMetadata?: UnsafeMetadata
  /** Sets the password as `updatePassword` does, after the rest; '' removes it. */
  password?: string
  /** Goes with `password`, where there is one already. */
  currentPassword?: string
}

/** A picture that was uploaded: `id`, `name`, and `publicUrl`, where everybody finds it. */
export type ImageResource = Camelized<ImageJSON>

/** Everything about the person who is signed in. */
export type UserResource = SecondFactorActions & {
  id: string
  externalId: string | null
  username: string | null
  firstName: string | null
  lastName: string | null
  /** Both names, or the one there is. */
  fullName: string | null
  imageUrl: string
  hasImage: boolean
  primaryEmailAddressId: string | null
  primaryEmailAddress: EmailAddressResource | null
  emailAddresses: EmailAddressResource[]
  hasVerifiedEmailAddress: boolean
  primaryPhoneNumberId: string | null
  primaryPhoneNumber: PhoneNumberResource | null
  phoneNumbers: PhoneNumberResource[]
  hasVerifiedPhoneNumber: boolean
  externalAccounts: ExternalAccountResource[]
  verifiedExternalAccounts: ExternalAccountResource[]
  unverifiedExternalAccounts: ExternalAccountResource[]
  passkeys: PasskeyResource[]
  organizationMemberships: unknown[]
  passwordEnabled: boolean
  passwordLastUpdatedAt: Date | null
  twoFactorEnabled: boolean
  totpEnabled: boolean
  backupCodeEnabled: boolean
  backupCodesLeft: number
  backupCodesCreatedAt: Date | null
  deleteSelfEnabled: boolean
  publicMetadata: PublicMetadata
  unsafeMetadata: UnsafeMetadata
  legalAcceptedAt: Date | null
  lastSignInAt: Date | null
  createdAt: Date
  updatedAt: Date
  /** Changes the profile: at once for whoever looks, and back when the server refuses it. `PATCH /v1/me` */
  update(params: UpdateUserParams): Promise<UserResource>
  /** Merges into the unsafe metadata, at once and back like `update`; null deletes a key. `PATCH /v1/me/metadata` */
  updateMetadata(params: { unsafeMetadata: UnsafeMetadataPatch }): Promise<UserResource>
  /**
   * Gives the person a picture: a file (PNG, JPEG, GIF or WebP, at most 10 MB) or its base64 text; null takes it away.
   * `POST` or `DELETE /v1/me/profile_image`
   */
  setProfileImage(params: { file: Blob | string | null }): Promise<ImageResource>
  /** `POST /v1/me/change_password` */
  updatePassword(params: {
    newPassword: string
    currentPassword?: string | undefined
    signOutOfOtherSessions?: boolean | undefined
  }): Promise<UserResource>
  /** `POST /v1/me/remove_password` */
  removePassword(params?: { currentPassword?: string | undefined }): Promise<UserResource>
  /** Adds an address, which has to be verified. `POST /v1/me/email_addresses` */
  createEmailAddress(params: { email: string }): Promise<EmailAddressResource>
  /** Adds a number in E.164, which has to be verified. `POST /v1/me/phone_numbers` */
  createPhoneNumber(params: { phoneNumber: string }): Promise<PhoneNumberResource>
  /**
   * Begins to connect an account elsewhere; then go to `verification.externalVerificationRedirectURL`.
   * `POST /v1/me/external_accounts`
   */
  createExternalAccount(params: CreateExternalAccountParams): Promise<ExternalAccountResource>
  /** Makes a passkey on this device. `POST /v1/me/passkeys` */
  createPasskey(): Promise<PasskeyResource>
  /** The sessions on all devices. `GET /v1/me/sessions/active` */
  getSessions(): Promise<SessionWithActivitiesResource[]>
  isPrimaryIdentification(identification: { id: string }): boolean
  reload(): Promise<UserResource>
  /** Deletes the account for good. `DELETE /v1/me` */
  delete(): Promise<void>
}

export const toUser = memo(
  (json: UserJSON, api: Api): UserResource => ({
    ...factsOf(json, api),
    ...actionsOf(json, api),
    ...secondFactorActions(api),
  }),
)

function factsOf(json: UserJSON, api: Api) {
  const emailAddresses = json.email_addresses.map((address) => toEmailAddress(address, api))
  const externalAccounts = json.external_accounts.map((account) => toExternalAccount(account, api))
  const phoneNumbers = json.phone_numbers.map((number) => toPhoneNumber(number, api))
  return {
    ...camelize(json),
    fullName: [json.first_name, json.last_name].filter(Boolean).join(' ') || null,
    primaryEmailAddress: emailAddresses.find(({ id }) => id === json.primary_email_address_id) ?? null,
    emailAddresses,
    hasVerifiedEmailAddress: emailAddresses.some(isVerified),
    primaryPhoneNumber: phoneNumbers.find(({ id }) => id === json.primary_phone_number_id) ?? null,
    externalAccounts,
    verifiedExternalAccounts: externalAccounts.filter(isVerified),
    unverifiedExternalAccounts: externalAccounts.filter((account) => !isVerified(account)),
    phoneNumbers,
    hasVerifiedPhoneNumber: phoneNumbers.some(isVerified),
    passkeys: json.passkeys.map((passkey) => toPasskey(passkey, api)),
  }
}

const isVerified = ({ verification }: { verification: { status: string | null } }) =>
  verification.status === 'verified'

function actionsOf(json: UserJSON, api: Api) {
  const send = async (path: string, method: 'POST' | 'PATCH', fields: object) =>
    toUser(await api.transport.call<UserJSON>(path, { method, fields: { ...fields } }), api)
  const updateProfile = (params: UpdateUserParams) =>
    api.client.foresee(
      json.id,
      (user) => changeOf(user, params),
      () => send('/me', 'PATCH', params),
    )
  const updatePassword = async (params: object) => {
    const user = await send('/me/change_password', 'POST', params)
    await api.queryClient.invalidateQueries({ queryKey: sessionsKey })
    return user
  }
  const removePassword = (params: object = {}) => send('/me/remove_password', 'POST', params)
  return {
    update: async ({ password, currentPassword, ...params }: UpdateUserParams) => {
      const updated = updateProfile(params)
      if (password === undefined) return updated
      await updated
      return password
        ? updatePassword({ newPassword: password, currentPassword })
        : removePassword({ currentPassword })
    },
    updateMetadata: (params: { unsafeMetadata: UnsafeMetadataPatch }) =>
      api.client.foresee(
        json.id,
        (user) => ({
          unsafe_metadata: merged(user.unsafe_metadata, params.unsafeMetadata) as UnsafeMetadata,
        }),
        () => send('/me/metadata', 'PATCH', params),
      ),
    setProfileImage: async ({ file }: { file: Blob | string | null }) => {
      const { changePicture } = await import('./profile-image.ts')
      return camelize(await changePicture(api, json.id, file))
    },
    updatePassword,
    removePassword,
    createEmailAddress: async ({ email }: { email: string }) => {
      const call = { method: 'POST', fields: { emailAddress: email } } as const
      return toEmailAddress(await api.transport.call<EmailAddressJSON>('/me/email_addresses', call), api)
    },
    createPhoneNumber: async (fields: { phoneNumber: string }) =>
      toPhoneNumber(
        await api.transport.call<PhoneNumberJSON>('/me/phone_numbers', { method: 'POST', fields }),
        api,
      ),
    createExternalAccount: (params: CreateExternalAccountParams) => connect(api, '', 'POST', params),
    createPasskey: async () => toPasskey(await (await loadPasskeyUse()).createPasskey(api), api),
    getSessions: async () => {
      const list = await api.queryClient.fetchQuery<SessionWithActivityJSON[]>(
        userSessionsQuery(api, json.id),
      )
      return list.map((session) => toSessionWithActivities(session, api))
    },
    isPrimaryIdentification: ({ id }: { id: string }) =>
      id === json.primary_email_address_id || id === json.primary_phone_number_id,
    reload: async () => toUser(await api.transport.call<UserJSON>('/me'), api),
    delete: async () => {
      await api.transport.call('/me', { method: 'DELETE' })
    },
  }
}

/** The fields of a user that a change names, as the server will write them. */
const changeOf = (user: UserJSON, params: UpdateUserParams): Partial<UserJSON> =>
  Object.fromEntries(
    Object.entries(params)
      .map(([key, value]) => [toSnakeCase(key), value === '' ? null : value] as const)
      .filter(([name, value]) => value !== undefined && name in user),
  )

/** A merge as the server does it (RFC 7396). */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const result = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    result[key] = merged(result[key], value)
    if (value === null) delete result[key]
  }
  return result
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
