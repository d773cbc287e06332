import type { CodeProps, FlowProps } from '../action/flow-props.ts'
import type { PasswordRule, PasswordVerdict } from '../password/password-rules.ts'
import type { UsernameAvailability } from '../username/use-username-availability.ts'
import type { ContactRow, ContactsPanel } from './contacts.machine.ts'
import type { PasskeyRow, PasskeysPanel } from './passkeys.machine.ts'
import type { PicturePanel } from './profile-picture.machine.ts'
import type { AddableFactor, SecondFactorRow, SecondFactorsPanel } from './second-factors.machine.ts'

export type ProfileField<Name extends string> = { name: Name; isRequired: boolean }

/** Some texts of the person, shown, and edited in a panel. */
export type ProfileFormProps<Name extends string> = FlowProps<Name> & {
  /** The instance lets people have any of them. */
  isVisible: boolean
  isOpen: boolean
  fields: ProfileField<Name>[]
  /** What is shown: a change appears at once and goes back when the server refuses it. */
  values: Record<Name, string>
  /** A change is shown that the server has not confirmed yet. */
  isSaving: boolean
  /** What the fields begin with: after a refused change what was typed. */
  defaultValues: Record<Name, string>
  open: () => void
  close: () => void
  submit: (values: { [Field in Name]?: string | undefined }) => Promise<void>
}

export type ProfileNamesProps = ProfileFormProps<'firstName' | 'lastName'> & {
  /** Both names, or an empty text. */
  fullName: string
  userId: string
  /** The address or name that stands under the names. */
  identifier: string
}

export type ProfilePictureProps = FlowProps<'file'> & {
  userId: string
  /** Both names, or an empty text. */
  name: string
  /** The address or name that the person is known by. */
  identifier: string
  /** The picture of the person, and whether it is their own; a new one from the moment it is sent. */
  imageUrl: string
  hasImage: boolean
  /** For the chooser of files. */
  accept: string
  panel: PicturePanel
  /** What changed last, for a polite message; null until something did. */
  notice: 'changed' | 'removed' | null
  /** Takes a file that was chosen, dropped or pasted, unless it is too large or no picture: `errors.file` says which. */
  pick: (file: Blob) => void
  /** What was picked cannot be decoded. */
  refuseUnreadable: () => void
  openRemove: () => void
  close: () => void
  /** Sends the square that was cut out. */
  submit: (file: Blob) => Promise<void>
  confirmRemove: () => Promise<void>
}

export type UsernameProps = ProfileFormProps<'username'> & {
  /** What is shown, or an empty text. */
  username: string
  /** Whether what is typed is free; null while nothing is known about it. */
  availability: UsernameAvailability | null
  /** Takes every change of the field; asks the server once somebody pauses. */
  typeUsername: (typed: string) => void
}

/** The email addresses or the phone numbers of a person. */
export type ContactsProps = FlowProps<'value' | 'code'> & {
  /** Primary first, then verified, then unverified. */
  rows: ContactRow[]
  panel: ContactsPanel
  /** The row whose action runs without a panel (set primary, remove). */
  pendingRowId: string | null
  code: CodeProps
  /** What is new is verified by a link instead of a code. */
  isByLink: boolean
  /** Waits for the link of the panel; ends with `signal`. Give it to `useLinkWait`. */
  awaitLink: (signal: AbortSignal) => Promise<void>
  /** What changed last, for a polite message; null until something did. */
  notice: { kind: 'added' | 'verified' | 'primary' | 'removed'; value: string } | null
  openAdd: () => void
  /** Opens the code panel of an unverified row and sends a code unless one is on its way. */
  openVerify: (id: string) => void
  openRemove: (id: string) => void
  close: () => void
  /** Adds an address, or a number in E.164. */
  submitNew: (values: { value: string }) => Promise<void>
  submitCode: (values: { code: string }) => Promise<void>
  /** Sends another code; ignored until `code.resendAt`. */
  resend: () => Promise<void>
  setPrimary: (id: string) => Promise<void>
  confirmRemove: () => Promise<void>
}

/** The second factors of a person. */
export type SecondFactorsProps = FlowProps<'value' | 'code'> & {
  /** The instance has any. */
  isVisible: boolean
  rows: SecondFactorRow[]
  panel: SecondFactorsPanel
  /** What may still be set up. */
  addable: AddableFactor[]
  /** Verified numbers that may be kept for the second step. */
  numbers: { id: string; value: string }[]
  pendingRowId: string | null
  code: CodeProps
  /** What changed last, for a polite message; null until something did. */
  notice: 'added' | 'removed' | 'default' | 'codes' | null
  /** Begins the only one that may be set up, or lets the person choose. */
  openAdd: () => void
  /** Begins one of `addable`; for the app it asks the server for a secret. */
  begin: (factor: AddableFactor) => Promise<void>
  openRenew: () => void
  openRemove: (id: string) => void
  close: () => void
  /** Turns the app on with the code that it shows. */
  submitTotp: (values: { code: string }) => Promise<void>
  /** Keeps one of `numbers` for the second step. */
  chooseNumber: (id: string) => Promise<void>
  /** Adds a number in E.164, which has to be verified first. */
  submitNumber: (values: { value: string }) => Promise<void>
  submitCode: (values: { code: string }) => Promise<void>
  /** Sends another code; ignored until `code.resendAt`. */
  resend: () => Promise<void>
  setDefault: (id: string) => Promise<void>
  /** Makes new backup codes; the old ones are void. */
  renew: () => Promise<void>
  confirmRemove: () => Promise<void>
}

/** The passkeys of a person. */
export type PasskeysProps = FlowProps<'name'> & {
  /** The instance has them. */
  isVisible: boolean
  /** This browser can make one. */
  canAdd: boolean
  /** The oldest first. */
  rows: PasskeyRow[]
  panel: PasskeysPanel
  /** The device asks the person for a new one. */
  isAdding: boolean
  /** What changed last, for a polite message; null until something did. */
  notice: 'added' | 'renamed' | 'removed' | null
  /** Makes a passkey on this device; the server names it after the device. */
  add: () => Promise<void>
  openRename: (id: string) => void
  openRemove: (id: string) => void
  close: () => void
  submitName: (values: { name: string }) => Promise<void>
  confirmRemove: () => Promise<void>
}

export type PasswordSectionProps = FlowProps<'currentPassword' | 'newPassword'> & {
  /** The instance allows passwords. */
  isVisible: boolean
  hasPassword: boolean
  /** When the password was last set, epoch milliseconds. */
  lastUpdatedAt: number | null
  /** The account keeps another way in, and the instance does not demand a password. */
  canRemove: boolean
  panel: 'closed' | 'set' | 'change' | 'remove'
  needsCurrentPassword: boolean
  /** For the hidden `username` field that password managers read. */
  identifier: string
  passwordRules: PasswordRule[]
  passwordVerdict: PasswordVerdict | null
  notice: 'set' | 'changed' | 'removed' | null
  /** Opens `set` or `change`, whichever applies. */
  open: () => void
  openRemove: () => void
  close: () => void
  submit: (values: {
    newPassword: string
    currentPassword?: string | undefined
    signOutOfOtherSessions?: boolean | undefined
  }) => Promise<void>
  submitRemove: (values: { currentPassword?: string | undefined }) => Promise<void>
}

export type DangerZoneProps = FlowProps<'confirmation'> & {
  /** The instance and the account allow people to delete themselves. */
  isVisible: boolean
  isOpen: boolean
  /** Tells whether the typed text is the confirmation word, whatever its case. */
  isConfirmed: (typed: string) => boolean
  open: () => void
  close: () => void
  /** Deletes the account for good and goes to the page after signing out. */
  submit: (values: { confirmation: string }) => Promise<void>
}
