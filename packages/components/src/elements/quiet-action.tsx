'use client'

import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button.tsx'

/** A quiet link under the submit button or a list: "Use a passkey instead", "Back". */
export function QuietAction({ align, ...props }: Omit<ButtonProps, 'variant' | 'size'>): ReactNode {
  return (
    <div className="cl-alternativeAction" data-align={align}>
      <Button variant="quiet" size="small" align={align} {...props} />
    </div>
  )
}
