import type { BackupCodeJSON, TotpJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { camelize } from '../transport/camelize.ts'

/** The authenticator app of the user. */
export type TOTPResource = {
  id: string
  /** In base32, for typing it in; only after `createTOTP`. */
  secret: string | null
  /** `otpauth://…`, for a QR code; only after `createTOTP`. */
  uri: string | null
  verified: boolean
  /** Codes to keep for the day when the phone is gone; shown this once. */
  backupCodes: string[] | null
  createdAt: Date
  updatedAt: Date
}

/** New backup codes, shown this once. */
export type BackupCodeResource = { id: string; codes: string[]; createdAt: Date; updatedAt: Date }

/** What `disableTOTP` leaves. */
export type DeletedTOTP = { object: string; id: string; deleted: boolean }

/** What the user can do about second factors. */
export type SecondFactorActions = {
  /** Makes the secret for an authenticator app; it counts once a code was verified. `POST /v1/me/totp` */
  createTOTP(): Promise<TOTPResource>
  /** Turns the app on. `POST /v1/me/totp/attempt_verification` */
  verifyTOTP(params: { code: string }): Promise<TOTPResource>
  /** Removes the app. `DELETE /v1/me/totp` */
  disableTOTP(): Promise<DeletedTOTP>
  /** Makes new backup codes; the old ones are void. `POST /v1/me/backup_codes` */
  createBackupCode(): Promise<BackupCodeResource>
}

export const secondFactorActions = ({ transport }: Api): SecondFactorActions => ({
  createTOTP: async () => camelize(await transport.call<TotpJSON>('/me/totp', { method: 'POST' })),
  verifyTOTP: async (params) =>
    camelize(
      await transport.call<TotpJSON>('/me/totp/attempt_verification', { method: 'POST', fields: params }),
    ),
  disableTOTP: () => transport.call<DeletedTOTP>('/me/totp', { method: 'DELETE' }),
  createBackupCode: async () =>
    camelize(await transport.call<BackupCodeJSON>('/me/backup_codes', { method: 'POST' })),
})
