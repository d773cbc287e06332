'use client'

import { type LinkLandingOptions, type SsoLandingOptions, useLinkLanding } from '@usher/flows'
import { useEnvironment } from '@usher/hooks'
import type { ReactNode } from 'react'
import { SkeletonCard } from '../elements/skeleton.tsx'
import { emailLinkMessages } from '../messages/en/email-link.ts'
import { MessagesProvider } from '../messages/messages-context.tsx'
import { SsoLanding } from '../sso/sso-landing.tsx'
import { LandingView } from './landing.view.tsx'

export type LandingCardProps = LinkLandingOptions & Pick<SsoLandingOptions, 'isCombined'>

/** What came of a link or of a provider, in a chunk of its own. */
export const LandingCard = (props: LandingCardProps): ReactNode =>
  window.location.search.includes('__usher_sso=') ? <SsoLanding {...props} /> : <OfLink {...props} />

function OfLink(props: LinkLandingOptions): ReactNode {
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
