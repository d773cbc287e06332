'use client'
import { createContext, useContext } from 'react'

/** What a dialog tells about itself. */
export interface DialogState {
  open: boolean
}

/** Whether the surrounding dialog is open, for the state of its parts. */
export const DialogContext = createContext<DialogState>({ open: false })

/** The state of the surrounding dialog. */
export const useDialog = () => useContext(DialogContext)
