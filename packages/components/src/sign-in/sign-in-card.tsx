'use client'

import { type SignInFlowOptions, useSignInFlow } from '@usher/flows'
import { useClerk, useEnvironment } from '@usher/hooks'
import { type ReactNode, useEffect, useState } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { Card } from '../elements/card.tsx'
import { LazyBoundary, LazyPart, type Part } from '../elements/lazy-part.tsx'
import { LinkLanding } from '../link/link-landing.tsx'
import { signInMessages } from '../messages/en/sign-in.ts'
import { ComponentRoot } from '../root/component-root.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { useAppLink } from '../root/use-app-link.ts'
import { Providers } from '../sso/providers.tsx'
import { SessionTasks } from '../tasks/session-tasks.tsx'
import { laterSteps } from './later-steps.view.tsx'
import type { NewcomerStepsProps } from './newcomer-steps.tsx'
import { SignInView } from './sign-in.view.tsx'

export type SignInProps = SignInFlowOptions & {
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until the instance is known. */
  fallback?: ReactNode
  /** The page to sign up on; the provider's without it. */
  signUpUrl?: string | undefined
  /** The page of the waitlist, where new accounts need an invitation; the provider's without it. */
  waitlistUrl?: string | undefined
  /**
   * Somebody who has no account makes one on this card. Unless told, so where the provider has a `signInUrl` of this
   * app, and neither it nor this component a `signUpUrl`.
   */
  withSignUp?: boolean | undefined
  /** Accepted for compatibility: every step lives on the page where the component is. */
  routing?: 'hash' | 'path' | 'virtual' | undefined
  path?: string | undefined
}

/** What a SignIn draws, wherever the steps of somebody without an account come from. */
export function SignInCard({ appearance, ...props }: SignInCardProps): ReactNode {
  const clerk = useClerk()
  const isOpen = useEnvironment()?.user_settings.sign_up.mode === 'public'
  const { withSignUp = isOpen && isCombined(clerk.__internal.options(), props.signUpUrl) } = props
  return (
    <ComponentRoot flow="signIn" appearance={appearance} catalog={signInMessages}>
      <LinkLanding kind="sign-in" options={props} isCombined={withSignUp}>
        <SessionTasks redirectUrl={() => clerk.buildAfterSignInUrl(props)} fallback={props.fallback}>
          <SignInSteps {...props} withSignUp={withSignUp} isOpen={isOpen} />
        </SessionTasks>
      </LinkLanding>
    </ComponentRoot>
  )
}

type SignInCardProps = SignInProps & { newcomerSteps: Part<NewcomerStepsProps> }
type StepsProps = Omit<SignInCardProps, 'appearance'> & { withSignUp: boolean; isOpen: boolean }

function SignInSteps({ fallback, signUpUrl, waitlistUrl, newcomerSteps, isOpen, ...options }: StepsProps) {
  const clerk = useClerk()
  const environment = useEnvironment()
  const { withSignUp } = options
  const flow = useSignInFlow(options)
  const link = useAppLink()
  const [seen] = useState(() => new Set<string>())
  if (flow.isLoaded) seen.add(flow.step.name)
  // What comes after the first step takes the focus, also where one card stands in for another.
  const takesFocus = seen.size > 1
  useEffect(() => {
    laterSteps.preload()
    if (withSignUp) newcomerSteps.preload()
  }, [withSignUp, newcomerSteps])
  const waiting = fallback ?? <LoadingCard height="22rem" />
  if (!flow.isLoaded || !environment || flow.step.name === 'complete') return waiting
  const waitlist = waitlistUrl ?? clerk.buildWaitlistUrl()
  const waits = waitlist && environment.user_settings.sign_up.mode === 'waitlist'
  const { support_email, logo_image_url } = environment.display_config
  return (
    <LazyBoundary fallback={waiting} around={(failure) => <Card>{failure}</Card>}>
      {flow.step.name === 'sign-up' ? (
        <LazyPart part={newcomerSteps} props={{ flow, options, takesFocus }} />
      ) : (
        <SignInView
          flow={flow}
          isCombined={withSignUp}
          logo={logo_image_url}
          signUp={isOpen && !withSignUp ? link(signUpUrl ?? clerk.buildSignUpUrl(), clerk.openSignUp) : null}
          waitlist={waits ? link(waitlist, () => clerk.navigate(waitlist)) : null}
          supportUrl={support_email ? `mailto:${support_email}` : null}
          takesFocus={takesFocus}
          providers={<Providers kind="sign-in" options={options} />}
        />
      )}
    </LazyBoundary>
  )
}

type Urls = { signInUrl?: string | undefined; signUpUrl?: string | undefined }

// The app says where people sign in, and names no page to sign up on.
const isCombined = ({ signInUrl, signUpUrl }: Urls, ownSignUpUrl: string | undefined) =>
  Boolean(signInUrl && !/^(\w+:|\/\/)/.test(signInUrl) && !signUpUrl && !ownSignUpUrl)
