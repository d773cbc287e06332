'use client'
import { forwardRef, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { type FormContextValue, useFormContext } from '../form/form-context.ts'
import { useAnnounce } from '../live-region/use-announce.ts'
import { useIsomorphicLayoutEffect } from '../use-isomorphic-layout-effect.ts'
import { type PartProps, useRender } from '../use-render.ts'
import { FieldContext, type FieldPartKind, type FieldState } from './field-context.ts'

export type FieldRootProps = PartProps<'div', FieldState> & {
  /** The name under which the form knows the value; a path such as `address.city` is possible. */
  name?: string
  /** What is wrong, from somebody other than the form: a check while typing, or a field without a form. */
  error?: string | null
  required?: boolean
}

/** One question of a form: ties its label, control, description and message together by ids. */
export const FieldRoot = forwardRef<HTMLDivElement, FieldRootProps>(function FieldRoot(
  { name, error, required = false, ...props },
  ref,
) {
  const id = useId()
  const form = useFormContext()
  const pending = form?.pending ?? false
  const message = pending ? undefined : (name && form?.messages[name]) || error || undefined
  const { ids, register } = useParts()
  useMessage(form, name, message, error)

  const state = { invalid: Boolean(message), pending, required }
  const [controlId = `${id}control`] = ids('control')
  const describedBy = [...(message ? ids('error') : []), ...ids('description')].join(' ') || undefined
  const context = useMemo(
    () => ({
      name,
      message,
      invalid: Boolean(message),
      pending,
      required,
      controlId,
      descriptionId: `${id}description`,
      errorId: `${id}error`,
      describedBy,
      register,
    }),
    [id, name, message, pending, required, controlId, describedBy, register],
  )
  const element = useRender('div', props, { ref, state })
  return <FieldContext.Provider value={context}>{element}</FieldContext.Provider>
})

function useParts() {
  const [parts, setParts] = useState<[id: string, kind: FieldPartKind][]>([])
  const register = useCallback((id: string, kind: FieldPartKind) => {
    setParts((others) => [...others, [id, kind]])
    return () => setParts((others) => others.filter((part) => part[0] !== id))
  }, [])
  const ids = (kind: FieldPartKind) => parts.filter((part) => part[1] === kind).map((part) => part[0])
  return { ids, register }
}

/** Tells the form what the field shows, and says an `error` that came by itself: no focus moves for it. */
function useMessage(
  form: FormContextValue | null,
  name: string | undefined,
  message: string | undefined,
  error: string | null | undefined,
) {
  const announce = useAnnounce()
  const pending = form?.pending ?? false
  const last = useRef({ error, pending })
  useIsomorphicLayoutEffect(() => {
    if (!form || !name || !message) return
    form.shown.set(name, message)
    return () => void form.shown.delete(name)
  }, [form?.shown, name, message])
  useEffect(() => {
    const settled = pending || last.current.pending
    if (error && error !== last.current.error && !settled) announce(error, 'assertive')
    last.current = { error, pending }
  }, [announce, error, pending])
}
