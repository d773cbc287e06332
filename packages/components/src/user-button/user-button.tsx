'use client'

import { type UserButtonOptions, useUserButton } from '@usher/flows'
import type { ReactNode } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { userButtonMessages } from '../messages/en/user-button.ts'
import { ComponentRoot } from '../root/component-root.tsx'
import { UserButtonView } from './user-button.view.tsx'

export type UserButtonProps = UserButtonOptions & {
  /** Shows the name beside the picture. */
  showName?: boolean | undefined
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until it is known who is signed in. */
  fallback?: ReactNode
}

/** The picture of who is signed in; opens the accounts of this browser and the ways out. Nothing for the signed out. */
export function UserButton({ appearance, fallback, showName, ...options }: UserButtonProps): ReactNode {
  const flow = useUserButton(options)
  if (!flow.isLoaded) return fallback ?? null
  if (!flow.current) return null
  return (
    <ComponentRoot flow="userButton" size="inline" appearance={appearance} catalog={userButtonMessages}>
      <UserButtonView flow={flow} current={flow.current} showName={showName ?? false} />
    </ComponentRoot>
  )
}
