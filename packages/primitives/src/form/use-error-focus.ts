'use client'
import { type RefObject, useState } from 'react'
import { focusFirst } from '../focus/focus-first.ts'
import { useAnnounce } from '../live-region/use-announce.ts'
import { useIsomorphicLayoutEffect } from '../use-isomorphic-layout-effect.ts'

interface ErrorFocusOptions {
  form: RefObject<HTMLFormElement | null>
  pending: boolean
  /** Grows when messages arrive. */
  arrivals: number
  messages: Record<string, string>
  /** The message that each field shows, by name. */
  shown: Map<string, string>
}

/**
 * Leads the person to what is wrong, with exactly one announcement: the focus goes to the first invalid field in
 * document order, where a screen reader reads the message as the field's description. When the focus was there
 * already nothing would be read, so a live region says the message. Returns the first message that no field shows.
 */
export function useErrorFocus({ form, pending, arrivals, messages, shown }: ErrorFocusOptions) {
  const announce = useAnnounce()
  const [orphan, setOrphan] = useState<string>()

  // NOTE: `arrivals` is no input of the effect: it says when, next to the end of a submit, the focus may move.
  useIsomorphicLayoutEffect(() => {
    if (pending || !form.current) return
    const before = document.activeElement
    const field = focusFirst(form.current, '[aria-invalid=true]')
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select()
    const message = field && shown.get(field.getAttribute('name') ?? '')
    if (message && field === before) announce(message, 'assertive')
  }, [pending, arrivals])

  useIsomorphicLayoutEffect(() => {
    const elements = form.current?.elements
    setOrphan(Object.entries(messages).find(([name]) => !name || !elements?.namedItem(name))?.[1])
  }, [messages])

  return orphan
}
