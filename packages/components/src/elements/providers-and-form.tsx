'use client'

import type { ReactNode } from 'react'
import { useAppearance } from '../appearance/appearance-context.tsx'

/** The buttons of the providers and the form, in the order that the app wants them. */
export function ProvidersAndForm(props: { providers: ReactNode; children: ReactNode }): ReactNode {
  const isBelow = useAppearance().options.socialButtonsPlacement === 'bottom'
  return (
    <>
      {!isBelow && props.providers}
      {props.children}
      {isBelow && props.providers}
    </>
  )
}
