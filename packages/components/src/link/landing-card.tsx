'use client'

import { type LinkLandingOptions, useLinkLanding } from '@usher/flows'
import { useEnvironment } from '@usher/hooks'
import type { ReactNode } from 'react'
import { SkeletonCard } from '../elements/skeleton.tsx'
import { emailLinkMessages } from '../messages/en/email-link.ts'
import { MessagesProvider } from '../messages/messages-context.tsx'
import { LandingView } from './landing.view.tsx'

/** What came of a link, in a chunk of its own. */
export function LandingCard(props: LinkLandingOptions): ReactNode {
  const landing = useLinkLanding(props)
  const environment = useEnvironment()
  if (!environment || (landing.state === 'loading' && !landing.globalError))
    return <SkeletonCard height="22rem" />
  return (
    <MessagesProvider catalog={emailLinkMessages}>
      <LandingView
        landing={landing}
        flow={props.kind === 'sign-in' ? 'signIn' : 'signUp'}
        logo={environment.display_config.logo_image_url}
      />
    </MessagesProvider>
  )
}
