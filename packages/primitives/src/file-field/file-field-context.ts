'use client'
import { createContext, type RefObject, useContext } from 'react'

export interface FileFieldState {
  /** A file is held over the field. */
  dragging: boolean
  disabled: boolean
}

interface FileFieldContextValue extends FileFieldState {
  accept: string | undefined
  input: RefObject<HTMLInputElement | null>
  /** Hands over the first of some files; nothing happens without one. */
  take: (files: FileList | null | undefined) => void
}

export const FileFieldContext = createContext<FileFieldContextValue | null>(null)

export function useFileField(): FileFieldContextValue {
  const value = useContext(FileFieldContext)
  if (!value) throw new Error('This part needs a <FileField.Root> around it.')
  return value
}
