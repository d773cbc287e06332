'use client'

import { useEmailAddresses } from '@usher/flows'
import type { ReactNode } from 'react'
import { ContactsSection } from './contacts-section.tsx'

/** The email addresses of the person: add, verify, make primary, remove. */
export const EmailAddressesSection = (): ReactNode => (
  <ContactsSection kind="emailAddress" flow={useEmailAddresses()} />
)
