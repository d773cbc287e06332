'use client'
import type { ReactNode } from 'react'
import { FlowBox } from '../action/flow-form.tsx'
import { useActiveSessions } from '../sessions/active-sessions.controller.ts'
import type { ActiveSessionsProps } from '../sessions/sessions.props.ts'
import { useDangerZone } from './danger-zone.controller.ts'
import { useEmailAddresses } from './email-addresses.controller.ts'
import { usePasskeys } from './passkeys.controller.ts'
import { usePasswordSection } from './password-section.controller.ts'
import { usePhoneNumbers } from './phone-numbers.controller.ts'
import type {
  ContactsProps,
  DangerZoneProps,
  PasskeysProps,
  PasswordSectionProps,
  ProfileNamesProps,
  ProfilePictureProps,
  SecondFactorsProps,
  UsernameProps,
} from './profile.props.ts'
import { useProfileNames } from './profile-names.controller.ts'
import { useProfilePicture } from './profile-picture.controller.ts'
import { useSecondFactors } from './second-factors.controller.ts'
import { useUsername } from './username.controller.ts'

type SectionProps<Props> = { children: (section: Props) => ReactNode }

/** The names of the signed-in person. */
export function Names({ children }: SectionProps<ProfileNamesProps>) {
  const section = useProfileNames()
  return section.isLoaded && section.isVisible && <FlowBox flow={section}>{children(section)}</FlowBox>
}

/** The picture of the signed-in person. */
export function Picture({ children }: SectionProps<ProfilePictureProps>) {
  const section = useProfilePicture()
  return section.isLoaded && <FlowBox flow={section}>{children(section)}</FlowBox>
}

/** The username of the signed-in person. */
export function Username({ children }: SectionProps<UsernameProps>) {
  const section = useUsername()
  return section.isLoaded && section.isVisible && <FlowBox flow={section}>{children(section)}</FlowBox>
}

/** The email addresses of the signed-in person. */
export function EmailAddresses({ children }: SectionProps<ContactsProps>) {
  const section = useEmailAddresses()
  return section.isLoaded && <FlowBox flow={section}>{children(section)}</FlowBox>
}

/** The phone numbers of the signed-in person. */
export function PhoneNumbers({ children }: SectionProps<ContactsProps>) {
  const section = usePhoneNumbers()
  return section.isLoaded && <FlowBox flow={section}>{children(section)}</FlowBox>
}

/** The password of the signed-in person. */
export function Password({ children }: SectionProps<PasswordSectionProps>) {
  const section = usePasswordSection()
  return section.isLoaded && section.isVisible && <FlowBox flow={section}>{children(section)}</FlowBox>
}

/** The passkeys of the signed-in person, where the instance has them. */
export function Passkeys({ children }: SectionProps<PasskeysProps>) {
  const section = usePasskeys()
  return section.isLoaded && section.isVisible && <FlowBox flow={section}>{children(section)}</FlowBox>
}

/** The second factors of the signed-in person, where the instance has any. */
export function SecondFactors({ children }: SectionProps<SecondFactorsProps>) {
  const section = useSecondFactors()
  return section.isLoaded && section.isVisible && <FlowBox flow={section}>{children(section)}</FlowBox>
}

/** The devices on which the person is signed in. */
export function ActiveSessions({ children }: SectionProps<ActiveSessionsProps>) {
  const section = useActiveSessions()
  return section.isLoaded && <FlowBox flow={section}>{children(section)}</FlowBox>
}

export type DangerZonePartProps = SectionProps<DangerZoneProps> & {
  /** What the person types to confirm, in the language of the screen. */
  confirmationWord: string
}

/** The deletion of the account, where it is allowed. */
export function DangerZone({ confirmationWord, children }: DangerZonePartProps) {
  const section = useDangerZone({ confirmationWord })
  return section.isLoaded && section.isVisible && <FlowBox flow={section}>{children(section)}</FlowBox>
}
