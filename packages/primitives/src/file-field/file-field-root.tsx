'use client'
import { forwardRef, useRef, useState } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { FileFieldContext, type FileFieldState } from './file-field-context.ts'

export type FileFieldRootProps = PartProps<'div', FileFieldState> & {
  /** What the chooser of the system offers: `image/png,image/jpeg`. What is dropped or pasted is yours to check. */
  accept?: string
  /** Told each file that was chosen, dropped on the field, or pasted while the focus is in it. */
  onFile: (file: File) => void
  /** Takes no file for now. */
  disabled?: boolean
}

/** A file, by the chooser of the system, by dropping it or by pasting it. */
export const FileFieldRoot = forwardRef<HTMLDivElement, FileFieldRootProps>(function FileFieldRoot(
  { accept, onFile, disabled = false, ...props },
  ref,
) {
  const input = useRef<HTMLInputElement>(null)
  const [dragging, setDragging] = useState(false)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file && !disabled) onFile(file)
  }
  const state = { dragging: dragging && !disabled, disabled }
  const element = useRender<'div', FileFieldState>('div', props, {
    ref,
    own: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        // Without this the browser would open the file instead of the page.
        event.preventDefault()
        setDragging(true)
      },
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false)
      },
      onDrop: (event) => {
        setDragging(false)
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        take(event.dataTransfer.files)
      },
      onPaste: (event) => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        take(event.clipboardData.files)
      },
    },
    state,
  })
  return (
    <FileFieldContext.Provider value={{ ...state, accept, input, take }}>{element}</FileFieldContext.Provider>
  )
})
