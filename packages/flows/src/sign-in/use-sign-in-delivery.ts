'use client'
import { useModal } from '@usher/hooks'
import { useCodeDelivery } from '../action/use-code-delivery.ts'
import type { useFlowAction } from '../action/use-flow-action.ts'
import { loaded, type SignInResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { landingUrl } from '../link/landing-url.ts'
import { isAtSecond } from './sign-in.actions.ts'
import { factorId, type SignInFactor, type SignInStep } from './sign-in.machine.ts'

type SignInDelivery = {
  step: SignInStep
  /** Somebody asked for this step just now. */
  renews: boolean
  /** Told the id of the factor that a code was sent for. */
  onSent: (factor: string) => void
  action: ReturnType<typeof useFlowAction>
}

/** Sends the code or the link that a step of a sign-in asks for. */
export function useSignInDelivery({ step, renews, onSent, action }: SignInDelivery) {
  const { clerk, client } = useKit()
  const { modal } = useModal()
  const attempt = client?.signIn
  const { factor, code, name } = step
  const isLink = name === 'email-link'
  return useCodeDelivery({
    key: factor && code !== 'none' ? `${attempt?.id} ${attempt?.status} ${factorId(factor)}` : null,
    state: code,
    renews,
    isLink,
    expireAt: (attempt && verificationOf(attempt)?.expireAt) ?? null,
    send: async () => {
      if (!factor) return
      await send(loaded(clerk).signIn, factor, isLink ? landingUrl(modal?.name) : undefined)
      onSent(factorId(factor))
    },
    action,
  })
}

function send(open: SignInResourceLike, factor: SignInFactor, redirectUrl: string | undefined) {
  const { strategy, emailAddressId, phoneNumberId } = factor
  const wanted = { strategy, emailAddressId, phoneNumberId, redirectUrl }
  return isAtSecond(open) ? open.prepareSecondFactor(wanted) : open.prepareFirstFactor(wanted)
}

const verificationOf = (attempt: SignInResourceLike) =>
  isAtSecond(attempt) ? attempt.secondFactorVerification : attempt.firstFactorVerification
