'use client'
import { useClerk } from '@usher/hooks'
import type { EmailAddressResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { landingUrl } from '../link/landing-url.ts'
import { canUseUsername, canUseVerified } from './other-ways.ts'
import type { ContactsProps } from './profile.props.ts'
import { type Contact, useContacts } from './use-contacts.ts'

/**
 * Lists the email addresses of the signed-in person and adds, verifies, removes them or makes one primary, one panel
 * at a time. Talks to `/v1/me/email_addresses`.
 */
export function useEmailAddresses(): ContactsProps {
  const { clerk, user, environment } = useKit()
  const { options } = useClerk().__internal
  const hasSignInPage = Boolean(options().signInUrl || environment?.display_config.sign_in_url)
  const isByLink = environment?.user_settings.attributes.email_address.verifications[0] === 'email_link'
  const strategy = isByLink ? 'email_link' : 'email_code'
  // Who opens the link on a device on which nobody is signed in shall not be asked to sign in first.
  const redirectUrl = () =>
    hasSignInPage ? new URL(clerk.buildSignInUrl(), window.location.href).href : landingUrl('signIn')
  const toOne = (address: EmailAddressResourceLike) =>
    toContact(address, () =>
      isByLink ? { strategy: 'email_link', redirectUrl: redirectUrl() } : { strategy: 'email_code' },
    )
  return useContacts({
    strategy,
    paramName: 'emailAddress',
    list: user?.emailAddresses.map(toOne) ?? [],
    primaryId: user?.primaryEmailAddressId ?? null,
    hasOtherWay:
      canUseUsername(user, environment) || canUseVerified('phone_number', user?.phoneNumbers, environment),
    create: async (value) => (user ? toOne(await user.createEmailAddress({ email: value })) : undefined),
    makePrimary: async (id) => user?.update({ primaryEmailAddressId: id }),
  })
}

type Proof = Parameters<EmailAddressResourceLike['prepareVerification']>[0]

const toContact = (address: EmailAddressResourceLike, proof: () => Proof): Contact => ({
  ...address,
  value: address.emailAddress,
  prepareVerification: () => address.prepareVerification(proof()),
  waitForLink: async (signal) => {
    await address.waitForEmailLink(signal)
    await address.reload()
  },
})
