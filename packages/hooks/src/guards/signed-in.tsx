'use client'

import type { ReactNode } from 'react'
import { Show, type ShowProps } from './show.tsx'

export type SignedInProps = Pick<ShowProps, 'children' | 'treatPendingAsSignedOut'>

/** Shows its children to whoever is signed in. The same as `<Show when="signed-in">`. */
export const SignedIn = (props: SignedInProps): ReactNode => <Show {...props} when="signed-in" />
