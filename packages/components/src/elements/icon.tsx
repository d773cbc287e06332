import type { ReactNode } from 'react'

export type IconProps = {
  /** Side in px: 20 in rows and buttons, 16 beside small text. */
  size?: 16 | 20
}

export type Icon = (props: IconProps) => ReactNode

/** An icon on the grid of 20, drawn as one stroke in the colour of its text; decoration, so hidden from readers. */
export const icon =
  (path: string, mirror?: true): Icon =>
  ({ size = 20 }) => (
    <svg className="cl-icon" viewBox="0 0 20 20" aria-hidden="true" data-size={size} data-mirror={mirror}>
      <path d={path} />
    </svg>
  )
