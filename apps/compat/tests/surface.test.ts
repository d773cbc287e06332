import * as theirs from '@clerk/react'
import * as theirErrors from '@clerk/react/errors'
import * as theirLegacy from '@clerk/react/legacy'
import * as ours from '@usher/react'
import * as ourErrors from '@usher/react/errors'
import * as ourLegacy from '@usher/react/legacy'
import { expect, test } from 'vitest'

/** What belongs to products that Usher is not: nobody finds it here, so a compiler says so at once. */
const leftOut = {
  organizations: [
    'CreateOrganization',
    'InviteMembersButton',
    'OrganizationList',
    'OrganizationProfile',
    'OrganizationSwitcher',
    'RedirectToCreateOrganization',
    'RedirectToOrganizationProfile',
    'TaskChooseOrganization',
    'useOrganization',
    'useOrganizationCreationDefaults',
    'useOrganizationList',
  ],
  billing: [
    'PricingTable',
    '__experimental_CheckoutProvider',
    '__experimental_PaymentElement',
    '__experimental_PaymentElementProvider',
    '__experimental_useCheckout',
    '__experimental_usePaymentElement',
  ],
  'keys and consent of an OAuth server': [
    'APIKeys',
    'OAuthConsent',
    'OAuthDeviceVerification',
    'useAPIKeys',
    'useOAuthConsent',
    'useOAuthDeviceVerification',
  ],
  'wallets and the prompt of one provider': ['GoogleOneTap', 'SignInWithMetamaskButton'],
}

const missing = (theirNames: object, ourNames: object) =>
  Object.keys(theirNames).filter((name) => !(name in ourNames))

test('every name of @clerk/react for user accounts is one of @usher/react', () => {
  expect(missing(theirs, ours).sort()).toEqual(Object.values(leftOut).flat().sort())
})

test('every name of @clerk/react/legacy and @clerk/react/errors is one of ours', () => {
  expect(missing(theirLegacy, ourLegacy)).toEqual([])
  expect(missing(theirErrors, ourErrors)).toEqual([])
})
