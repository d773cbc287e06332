'use client'

import type { SignInStepName } from '@usher/flows'
import type { ReactNode } from 'react'
import { FooterAction } from '../elements/card.tsx'
import { Text } from '../messages/messages-context.tsx'
import type { SignInViewProps } from './sign-in.view.tsx'

/** The other way out of a step: signing up or the waitlist from the first one, help from the later ones. */
export function signInFooter(
  step: SignInStepName,
  { signUp, waitlist, supportUrl }: Pick<SignInViewProps, 'signUp' | 'waitlist' | 'supportUrl'>,
): ReactNode {
  if (step !== 'start') {
    if (!supportUrl || step === 'choose') return null
    return (
      <FooterAction
        id="havingTrouble"
        text={<Text k="signIn.alternativeMethods.actionText" />}
        link={<Text k="signIn.alternativeMethods.actionLink" />}
        href={supportUrl}
      />
    )
  }
  if (waitlist)
    return (
      <FooterAction
        id="waitlist"
        text={<Text k="signIn.start.actionText__join_waitlist" />}
        link={<Text k="signIn.start.actionLink__join_waitlist" />}
        {...waitlist}
      />
    )
  if (!signUp) return null
  return (
    <FooterAction
      id="signUp"
      text={<Text k="signIn.start.actionText" />}
      link={<Text k="signIn.start.actionLink" />}
      {...signUp}
    />
  )
}
