'use client'

import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { Button } from './button.tsx'

export type IdentityChipProps = {
  /** An icon of 20 or an avatar of 24. */
  icon?: ReactNode
  /** "Sent to a****@example.com". */
  children: ReactNode
  /** The link that leads back to the first step: "Change". */
  action?: ReactNode
  onAction?: () => void
}

/** Who is being asked, on every step after the first, with the way to change it. */
export function IdentityChip({ icon, children, action, onAction }: IdentityChipProps): ReactNode {
  const [chip, text] = [useElementClass('identityPreview'), useElementClass('identityPreviewText')]
  return (
    <div className={chip}>
      {icon}
      <div className={text}>
        <bdi>{children}</bdi>
      </div>
      {action && (
        <Button element="identityPreviewEditButton" variant="link" {...(onAction && { onClick: onAction })}>
          {action}
        </Button>
      )}
    </div>
  )
}
