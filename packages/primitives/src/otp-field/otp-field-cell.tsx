'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { useOtpField } from './otp-field-context.ts'

export interface OtpFieldCellState {
  /** The cell holds a digit. */
  filled: boolean
  /** The next key changes this cell, or it is selected. */
  active: boolean
  /** The caret stands here and the cell is empty: draw one. */
  caret: boolean
  invalid: boolean
  pending: boolean
}

export type OtpFieldCellProps = PartProps<'div', OtpFieldCellState> & {
  /** Which digit it draws, from 0. */
  index: number
}

/** One drawn cell with its digit. */
export const OtpFieldCell = forwardRef<HTMLDivElement, OtpFieldCellProps>(function OtpFieldCell(
  { index, ...props },
  ref,
) {
  const { value, length, selection, invalid, pending } = useOtpField()
  const [start, end] = selection ?? [-1, -1]
  const filled = index < value.length
  const active = start === end ? index === Math.min(start, length - 1) : index >= start && index < end
  return useRender<'div', OtpFieldCellState>('div', props, {
    ref,
    own: { children: value[index] },
    state: { filled, active, caret: active && !filled, invalid, pending },
  })
})
