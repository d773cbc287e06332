'use client'

import { type ReactNode, useId } from 'react'
import { useAppearance, useElementClass } from '../appearance/appearance-context.tsx'
import { hasSheet } from '../appearance/merge-appearance.ts'
import { LazyBoundary, LazyPart, lazyPart } from './lazy-part.tsx'

export type RootBoxProps = {
  /** Which component this is: `signIn` gives the class `cl-signIn-root`. */
  flow: string
  /** `card` 25rem wide at most, `page` 68.75rem; `inline` takes the width of what is inside. */
  size?: 'card' | 'page' | 'inline'
  children: ReactNode
}

/** Writes an app's own look; a provider that was given one fetches it ahead. */
export const lookSheet = lazyPart(async () => (await import('../appearance/look-sheet.tsx')).LookSheet)

/** The outermost element of every component: carries the tokens, the app's own look and the container of the steps. */
export function RootBox({ flow, size = 'card', children }: RootBoxProps): ReactNode {
  const look = useAppearance()
  const id = useId()
  const { options } = look
  return (
    <div
      className={`${useElementClass('rootBox')} cl-${flow}-root`}
      data-size={size === 'inline' ? undefined : size}
      data-usher-look={id}
      data-usher-theme={look.isLight && 'light'}
      data-simple={look.isSimple && ''}
      data-still={options.animations === false ? '' : undefined}
      data-dull={options.shimmer === false ? '' : undefined}
    >
      {hasSheet(look) && (
        <LazyBoundary fallback={<i className="cl-waiting" />} around={() => null}>
          <LazyPart part={lookSheet} props={{ id, look }} />
        </LazyBoundary>
      )}
      {children}
    </div>
  )
}
