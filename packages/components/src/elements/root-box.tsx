'use client'

import type { ReactNode } from 'react'
import { useAppearance, useElementClass } from '../appearance/appearance-context.tsx'
import { styleProperties } from '../appearance/style-properties.ts'

export type RootBoxProps = {
  /** Which component this is: `signIn` gives the class `cl-signIn-root`. */
  flow: string
  /** `card` 25rem wide at most, `page` 68.75rem; `inline` takes the width of what is inside. */
  size?: 'card' | 'page' | 'inline'
  children: ReactNode
}

/** The outermost element of every component: carries the tokens, the app's variables and the container of the steps. */
export function RootBox({ flow, size = 'card', children }: RootBoxProps): ReactNode {
  const { variables } = useAppearance()
  return (
    <div
      className={`${useElementClass('rootBox')} cl-${flow}-root`}
      data-size={size === 'inline' ? undefined : size}
      data-usher-brand={variables.colorPrimary && ''}
      style={styleProperties(variables)}
    >
      {children}
    </div>
  )
}
