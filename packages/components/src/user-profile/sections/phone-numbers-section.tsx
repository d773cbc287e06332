'use client'

import { usePhoneNumbers } from '@usher/flows'
import type { ReactNode } from 'react'
import { ContactsSection } from './contacts-section.tsx'

/** The phone numbers of the person: add, verify, make primary, remove. */
export const PhoneNumbersSection = (): ReactNode => (
  <ContactsSection kind="phoneNumber" flow={usePhoneNumbers()} />
)
