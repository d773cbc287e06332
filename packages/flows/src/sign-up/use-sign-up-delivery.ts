'use client'
import { useModal } from '@usher/hooks'
import { useCodeDelivery } from '../action/use-code-delivery.ts'
import type { useFlowAction } from '../action/use-flow-action.ts'
import { loaded } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { landingUrl } from '../link/landing-url.ts'
import type { SignUpStep } from './sign-up.machine.ts'

type SignUpDelivery = {
  step: SignUpStep
  /** Somebody asked for this step just now. */
  renews: boolean
  action: ReturnType<typeof useFlowAction>
}

/** Sends the code or the link that a step of a sign-up asks for. */
export function useSignUpDelivery({ step, renews, action }: SignUpDelivery) {
  const { clerk, client } = useKit()
  const { modal } = useModal()
  const attempt = client?.signUp
  const { name, identifier, code } = step
  const isByPhone = name === 'verify-phone'
  const isLink = name === 'email-link'
  return useCodeDelivery({
    key: code === 'none' ? null : `${attempt?.id} ${name} ${identifier}`,
    state: code,
    expireAt: attempt?.verifications[isByPhone ? 'phoneNumber' : 'emailAddress']?.expireAt ?? null,
    send: () => {
      const { signUp } = loaded(clerk)
      if (isByPhone) return signUp.preparePhoneNumberVerification({ strategy: 'phone_code' })
      return signUp.prepareEmailAddressVerification(
        isLink
          ? { strategy: 'email_link', redirectUrl: landingUrl(modal?.name) }
          : { strategy: 'email_code' },
      )
    },
    isLink,
    renews,
    action,
  })
}
