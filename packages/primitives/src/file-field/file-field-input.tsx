'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type FileFieldState, useFileField } from './file-field-context.ts'

export type FileFieldInputProps = PartProps<'input', FileFieldState>

/** The native input behind the field. It is not seen and not reached by Tab: `Trigger` opens it. */
export const FileFieldInput = forwardRef<HTMLInputElement, FileFieldInputProps>(
  function FileFieldInput(props, ref) {
    const { accept, disabled, dragging, input, take } = useFileField()
    return useRender('input', props, {
      ref,
      own: {
        ref: input,
        type: 'file',
        accept,
        disabled,
        hidden: true,
        onChange: (event) => {
          take(event.currentTarget.files)
          // So that the same file can be chosen again.
          event.currentTarget.value = ''
        },
      },
      state: { disabled, dragging },
    })
  },
)
