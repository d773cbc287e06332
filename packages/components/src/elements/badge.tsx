'use client'

import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'

export type BadgeProps = {
  /** accent: you are here. success: on. warning: be careful. Never colour alone: the word says it. */
  color?: 'accent' | 'neutral' | 'success' | 'warning'
  /** For the class `cl-badge__id`. */
  id?: string
  children: ReactNode
}

/** One word about what is unusual or current. */
export function Badge({ color = 'accent', id, children }: BadgeProps): ReactNode {
  return (
    <span className={useElementClass('badge', id)} data-color={color}>
      {children}
    </span>
  )
}

/** The dot of what is live; always beside a word. */
export function LiveLamp({ children }: { children: ReactNode }): ReactNode {
  return (
    <span className="cl-liveText">
      <span className="cl-lamp" />
      {children}
    </span>
  )
}
