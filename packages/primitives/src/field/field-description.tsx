'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type FieldState, useField, useFieldPart } from './field-context.ts'

export type FieldDescriptionProps = PartProps<'div', FieldState>

/** A hint that belongs to the control: listed in its `aria-describedby` for as long as it is on screen. */
export const FieldDescription = forwardRef<HTMLDivElement, FieldDescriptionProps>(
  function FieldDescription(props, ref) {
    const { descriptionId, invalid, pending, required } = useField()
    useFieldPart(props.id ?? descriptionId, 'description')
    return useRender('div', props, { ref, own: { id: descriptionId }, state: { invalid, pending, required } })
  },
)
