'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type FileFieldState, useFileField } from './file-field-context.ts'

export type FileFieldTriggerProps = PartProps<'button', FileFieldState>

/** The button that opens the chooser of the system. */
export const FileFieldTrigger = forwardRef<HTMLButtonElement, FileFieldTriggerProps>(
  function FileFieldTrigger(props, ref) {
    const { disabled, dragging, input } = useFileField()
    return useRender('button', props, {
      ref,
      own: {
        type: 'button',
        'aria-disabled': disabled || undefined,
        onClick: () => {
          if (!disabled) input.current?.click()
        },
      },
      state: { disabled, dragging },
    })
  },
)
