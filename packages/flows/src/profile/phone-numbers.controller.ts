'use client'
import type { PhoneNumberResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { canUseUsername, canUseVerified } from './other-ways.ts'
import type { ContactsProps } from './profile.props.ts'
import { type Contact, useContacts } from './use-contacts.ts'

/**
 * Lists the phone numbers of the signed-in person and adds, verifies, removes them or makes one primary, one panel at
 * a time. Talks to `/v1/me/phone_numbers`.
 */
export function usePhoneNumbers(): ContactsProps {
  const { user, environment } = useKit()
  return useContacts({
    strategy: 'phone_code',
    paramName: 'phoneNumber',
    list: user?.phoneNumbers.map(toContact) ?? [],
    primaryId: user?.primaryPhoneNumberId ?? null,
    hasOtherWay:
      canUseUsername(user, environment) || canUseVerified('email_address', user?.emailAddresses, environment),
    create: async (value) =>
      user ? toContact(await user.createPhoneNumber({ phoneNumber: value })) : undefined,
    makePrimary: async (id) => user?.update({ primaryPhoneNumberId: id }),
  })
}

const toContact = (number: PhoneNumberResourceLike): Contact => ({ ...number, value: number.phoneNumber })
