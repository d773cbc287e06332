'use client'

import { useWaitlistFlow, type WaitlistFlowOptions } from '@usher/flows'
import { useClerk, useEnvironment } from '@usher/hooks'
import type { ReactNode } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { waitlistMessages } from '../messages/en/waitlist.ts'
import { ComponentRoot } from '../root/component-root.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { useAppLink } from '../root/use-app-link.ts'
import { WaitlistView } from './waitlist.view.tsx'

export type WaitlistProps = WaitlistFlowOptions & {
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until the instance is known. */
  fallback?: ReactNode
  /** The page to sign in on; the provider's without it. */
  signInUrl?: string | undefined
}

/** The card on which somebody joins the waitlist, where the setting `signUpMode` says that there is one. */
export function Waitlist({ appearance, ...props }: WaitlistProps): ReactNode {
  return (
    <ComponentRoot flow="waitlist" appearance={appearance} catalog={waitlistMessages}>
      <WaitlistCard {...props} />
    </ComponentRoot>
  )
}

function WaitlistCard({ fallback, signInUrl, ...options }: Omit<WaitlistProps, 'appearance'>) {
  const flow = useWaitlistFlow(options)
  const clerk = useClerk()
  const environment = useEnvironment()
  const link = useAppLink()
  if (!flow.isLoaded || !environment) return fallback ?? <LoadingCard height="16rem" />
  return (
    <WaitlistView
      flow={flow}
      logo={environment.display_config.logo_image_url}
      signIn={link(signInUrl ?? clerk.buildSignInUrl(), clerk.openSignIn)}
    />
  )
}
