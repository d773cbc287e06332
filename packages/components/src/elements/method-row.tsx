'use client'

import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { Button, type ButtonProps } from './button.tsx'
import { ChevronEndIcon } from './icons.tsx'

export type MethodRowProps = ButtonProps & {
  /** A second line, such as where a code would go; makes the row 56 high and ends it with a chevron, even if empty. */
  fact?: ReactNode
  /** "Last used", at the end. */
  badge?: ReactNode
}

/** One way to go on: icon, name, badge. Alone in its list or with others of its kind. */
export function MethodRow({
  fact,
  badge,
  children,
  element = 'alternativeMethodsBlockButton',
  ...props
}: MethodRowProps): ReactNode {
  return (
    <Button
      {...props}
      block
      element={element}
      className="cl-methodRow"
      {...(fact !== undefined && { 'data-two-line': '' })}
      iconEnd={
        <>
          {badge}
          {fact !== undefined && <ChevronEndIcon />}
        </>
      }
    >
      {children}
      {fact && <span className="cl-methodRowFact">{fact}</span>}
    </Button>
  )
}

/** A column of ways to go on. `columns`: two for four providers and more, icons from five on. */
export function MethodList(props: {
  element?: string
  columns?: 2 | 'icons'
  children: ReactNode
}): ReactNode {
  return (
    <div className={useElementClass(props.element ?? 'alternativeMethods')} data-columns={props.columns}>
      {props.children}
    </div>
  )
}

/** The word between the providers and the form. */
export function Divider({ children }: { children: ReactNode }): ReactNode {
  const [row, line, text] = [
    useElementClass('dividerRow'),
    useElementClass('dividerLine'),
    useElementClass('dividerText'),
  ]
  return (
    <div className={row}>
      <span className={line} />
      <span className={text}>{children}</span>
      <span className={line} />
    </div>
  )
}
