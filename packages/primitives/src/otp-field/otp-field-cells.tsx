'use client'
import { forwardRef, type ReactNode } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { OtpFieldCell } from './otp-field-cell.tsx'
import { useOtpField } from './otp-field-context.ts'

export type OtpFieldCellsProps = Omit<PartProps<'div'>, 'children'> & {
  /** Draws the cell with this index, from 0; a plain `<OtpField.Cell>` unless told. */
  children?: (index: number) => ReactNode
}

const plainCell = (index: number) => <OtpFieldCell key={index} index={index} />

/** The drawn cells, one a digit. They are `aria-hidden`: a screen reader knows the input alone. */
export const OtpFieldCells = forwardRef<HTMLDivElement, OtpFieldCellsProps>(function OtpFieldCells(
  { children = plainCell, ...props },
  ref,
) {
  const { length, complete, focused, invalid, pending } = useOtpField()
  return useRender('div', props, {
    ref,
    own: { 'aria-hidden': true, children: Array.from({ length }, (_, index) => children(index)) },
    state: { complete, focused, invalid, pending },
  })
})
