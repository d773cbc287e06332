'use client'

import { type UserResource, useClerk, useEnvironment, useUser } from '@usher/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { ShieldIcon, SignOutIcon, UserIcon } from '../elements/account-icons.tsx'
import { LazyBoundary, LazyPart } from '../elements/lazy-part.tsx'
import { Page, PageCard } from '../elements/page.tsx'
import { NavItem, Rail } from '../elements/rail.tsx'
import { Skeleton } from '../elements/skeleton.tsx'
import { UserPreview } from '../elements/user-preview.tsx'
import { userProfileMessages } from '../messages/en/user-profile.ts'
import { Text, useMessages } from '../messages/messages-context.tsx'
import { ComponentRoot } from '../root/component-root.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { SignedOutCard } from '../root/signed-out-card.tsx'
import { type ProfilePageId, profilePages, readHash } from './pages.ts'
import { profileSections } from './registry.ts'

export type UserProfileProps = {
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until the instance is known. */
  fallback?: ReactNode
  /** Accepted for compatibility: the page that is open stands in the hash of the address. */
  routing?: 'hash' | 'path' | 'virtual' | undefined
  path?: string | undefined
  /** What the app wants to be allowed with connected accounts, by the name of the provider: `{ google: ['…'] }`. */
  additionalOAuthScopes?: Record<string, string[]> | undefined
  /** Shows this page and no way to the others. */
  only?: ProfilePageId | undefined
  /** Leaves out the way to the other pages. */
  hideNavigation?: boolean | undefined
}

/** Everything a person may change about the account: name, addresses, password, devices. Deep links: `#/security/password`. */
export function UserProfile({ appearance, additionalOAuthScopes, ...options }: UserProfileProps): ReactNode {
  return (
    <ComponentRoot flow="userProfile" size="page" appearance={appearance} catalog={userProfileMessages}>
      <ProfilePages {...options} sections={{ additionalOAuthScopes }} />
    </ComponentRoot>
  )
}

const icons = { account: <UserIcon />, security: <ShieldIcon /> }

type PagesProps = Pick<UserProfileProps, 'fallback' | 'only' | 'hideNavigation'> & { sections: object }

function ProfilePages({ fallback, only, hideNavigation = Boolean(only), sections }: PagesProps) {
  const { user, isLoaded } = useUser()
  const clerk = useClerk()
  const environment = useEnvironment()
  const { text } = useMessages()
  const hash = useHashPage()
  const page = only ?? hash.page
  const body = useScrollTo(hash.section)
  if (!isLoaded || !environment) return fallback ?? <LoadingCard />
  if (!user) return <SignedOutCard />
  const pages = profilePages.map((id) => ({
    id,
    label: <Text k={`userProfile.navbar.${id}`} />,
    icon: icons[id],
    href: `#/${id}`,
  }))
  const name = user.fullName ?? ''
  const rail = (
    <Rail
      label={text('userProfile.navbar.description')}
      currentId={page}
      pages={pages}
      preview={
        <UserPreview
          userId={user.id}
          name={name}
          identifier={identifierOf(user)}
          imageUrl={user.hasImage ? user.imageUrl : null}
        />
      }
      footer={
        <NavItem
          id="signOut"
          icon={<SignOutIcon />}
          label={<Text k="userProfile.navbar.signOut" />}
          onClick={() => void clerk.signOut({ sessionId: clerk.session?.id })}
        />
      }
    />
  )
  return (
    <PageCard rail={!hideNavigation && rail}>
      <Page
        id={page}
        title={<Text k={`userProfile.start.headerTitle__${page}`} />}
        subtitle={<Text k={`userProfile.start.headerSubtitle__${page}`} />}
      >
        <div ref={body} key={page}>
          {profileSections
            .filter((item) => item.page === page && item.isVisible(environment))
            .map(({ id, part }) => (
              <LazyBoundary key={id} fallback={<Skeleton height="7rem" />}>
                <LazyPart part={part} props={sections} />
              </LazyBoundary>
            ))}
        </div>
      </Page>
    </PageCard>
  )
}

const identifierOf = ({ primaryEmailAddress, primaryPhoneNumber, username }: UserResource) =>
  primaryEmailAddress?.emailAddress ?? username ?? primaryPhoneNumber?.phoneNumber

function useHashPage(): { page: ProfilePageId; section: string | null } {
  const [hash, setHash] = useState('')
  useEffect(() => {
    const read = () => setHash(window.location.hash)
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return readHash(hash)
}

// A section that still loads is waited for.
function useScrollTo(section: string | null) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!section || !body.current) return
    const find = () => body.current?.querySelector(`#${CSS.escape(section)}`)?.scrollIntoView()
    const observer = new MutationObserver(find)
    find()
    observer.observe(body.current, { childList: true, subtree: true })
    const stop = setTimeout(() => observer.disconnect(), 2000)
    return () => {
      clearTimeout(stop)
      observer.disconnect()
    }
  }, [section])
  return body
}
