'use client'

import type { ReactNode } from 'react'
import { Show } from './show.tsx'
import type { SignedInProps } from './signed-in.tsx'

/** Shows its children to whoever is signed out. The same as `<Show when="signed-out">`. */
export const SignedOut = (props: SignedInProps): ReactNode => <Show {...props} when="signed-out" />
