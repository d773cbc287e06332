'use client'

import type { ReactNode } from 'react'
import { lazyPart } from '../elements/lazy-part.tsx'
import { SignInCard, type SignInProps } from './sign-in-card.tsx'

// They come with the dialogs, which hold the steps of a sign-up too: one more chunk would cut the entry in pieces.
const newcomerSteps = lazyPart(async () => (await import('../modals/open-modal.tsx')).NewcomerSteps)

/**
 * The sign-in card: password, code by email, another method, forgotten password; with `withSignUp` also the way of
 * somebody who has no account. Goes on after signing in to what the app forces, the `redirect_url` in the address bar,
 * or what the app falls back to.
 */
export const SignIn = (props: SignInProps): ReactNode => (
  <SignInCard {...props} newcomerSteps={newcomerSteps} />
)
