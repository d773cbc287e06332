'use client'

import type { SignUpFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Checkbox } from '../elements/checkbox.tsx'
import type { MessageKey } from '../messages/en/keys.ts'
import { Text } from '../messages/messages-context.tsx'

/** The box that a person checks to agree to the terms and the privacy policy, with the links to them. */
export function LegalConsentView({ flow: { legal } }: { flow: SignUpFlowProps }): ReactNode {
  const values = { termsOfServiceLink: legal.termsUrl, privacyPolicyLink: legal.privacyPolicyUrl }
  return <Checkbox name="legalAccepted" label={<Text k={labelOf(legal)} values={values} />} required />
}

function labelOf({ termsUrl, privacyPolicyUrl }: SignUpFlowProps['legal']): MessageKey {
  if (termsUrl && privacyPolicyUrl)
    return 'signUp.legalConsent.checkbox.label__termsOfServiceAndPrivacyPolicy'
  if (privacyPolicyUrl) return 'signUp.legalConsent.checkbox.label__onlyPrivacyPolicy'
  return termsUrl
    ? 'signUp.legalConsent.checkbox.label__onlyTermsOfService'
    : 'signUp.legalConsent.checkbox.label'
}
