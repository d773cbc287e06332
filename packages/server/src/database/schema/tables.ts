import type { AccessIdentifierTable } from './access-identifiers.ts'
import type { ClientTable } from './clients.ts'
import type { ContactTable } from './contacts.ts'
import type { ExternalAccountTable, OAuthFlowTable } from './external-accounts.ts'
import type { HandshakeTable } from './handshakes.ts'
import type { DiscardedImageTable } from './images.ts'
import type { InvitationTable } from './invitations.ts'
import type { SecretKeyTable, SigningKeyTable } from './keys.ts'
import type { PasskeyTable } from './passkeys.ts'
import type { SessionTable } from './sessions.ts'
import type { SignInTable } from './sign-ins.ts'
import type { SignUpTable } from './sign-ups.ts'
import type { TicketTable } from './tickets.ts'
import type { AuditTable, BackupCodeTable, DeviceTriesTable, UserTable } from './users.ts'
import type { CodeSendTable, VerificationTable } from './verifications.ts'
import type { WaitlistEntryTable } from './waitlist-entries.ts'

/** Every table. Times are epoch milliseconds, booleans 0 or 1, JSON is text: one schema serves both engines. */
export type Tables = {
  access_identifiers: AccessIdentifierTable
  audit_log: AuditTable
  backup_codes: BackupCodeTable
  clients: ClientTable
  code_sends: CodeSendTable
  contacts: ContactTable
  device_tries: DeviceTriesTable
  discarded_images: DiscardedImageTable
  external_accounts: ExternalAccountTable
  handshakes: HandshakeTable
  invitations: InvitationTable
  oauth_flows: OAuthFlowTable
  passkeys: PasskeyTable
  secret_keys: SecretKeyTable
  sessions: SessionTable
  sign_ins: SignInTable
  sign_ups: SignUpTable
  signing_keys: SigningKeyTable
  tickets: TicketTable
  users: UserTable
  verifications: VerificationTable
  waitlist_entries: WaitlistEntryTable
}
