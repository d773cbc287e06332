'use client'
import type { EmailAddressResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { canUseUsername, canUseVerified } from './other-ways.ts'
import type { ContactsProps } from './profile.props.ts'
import { type Contact, useContacts } from './use-contacts.ts'

/**
 * Lists the email addresses of the signed-in person and adds, verifies, removes them or makes one primary, one panel
 * at a time. Talks to `/v1/me/email_addresses`.
 */
export function useEmailAddresses(): ContactsProps {
  const { user, environment } = useKit()
  return useContacts({
    strategy: 'email_code',
    paramName: 'emailAddress',
    list: user?.emailAddresses.map(toContact) ?? [],
    primaryId: user?.primaryEmailAddressId ?? null,
    hasOtherWay:
      canUseUsername(user, environment) || canUseVerified('phone_number', user?.phoneNumbers, environment),
    create: async (value) => (user ? toContact(await user.createEmailAddress({ email: value })) : undefined),
    makePrimary: async (id) => user?.update({ primaryEmailAddressId: id }),
  })
}

const toContact = (address: EmailAddressResourceLike): Contact => ({
  ...address,
  value: address.emailAddress,
  prepareVerification: () => address.prepareVerification({ strategy: 'email_code' }),
})
