'use client'
import { createContext, useContext } from 'react'
import { useIsomorphicLayoutEffect } from '../use-isomorphic-layout-effect.ts'

/** What a part of a field is to its control. */
export type FieldPartKind = 'control' | 'error' | 'description'

/** What a field tells about itself. */
export interface FieldState {
  /** The field shows a message. */
  invalid: boolean
  /** The surrounding form is busy: the control is read-only. */
  pending: boolean
  required: boolean
}

/** What the parts of a field share. */
export interface FieldContextValue extends FieldState {
  name?: string | undefined
  message?: string | undefined
  controlId?: string | undefined
  descriptionId?: string | undefined
  errorId?: string | undefined
  /** Ids of the message and the descriptions that are on screen, for `aria-describedby`. */
  describedBy?: string | undefined
  /** Says that a part with this id is on screen; returns how to take it back. */
  register?: (id: string, kind: FieldPartKind) => () => void
}

const ALONE: FieldContextValue = { invalid: false, pending: false, required: false }

export const FieldContext = createContext<FieldContextValue>(ALONE)

/** The surrounding field; outside of one, an empty one. */
export const useField = () => useContext(FieldContext)

/** Tells the surrounding field that a part with this id is on screen. */
export function useFieldPart(id: string | undefined, kind: FieldPartKind) {
  const { register } = useField()
  useIsomorphicLayoutEffect(() => (id ? register?.(id, kind) : undefined), [id, kind, register])
}
