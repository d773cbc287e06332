'use client'

import { type ReactNode, type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react'

export type PopoverParts = {
  isOpen: boolean
  /** For the button: pressing it opens and closes; the browser gives the focus back to it. */
  trigger: { popoverTarget: string; 'aria-haspopup': 'dialog' | 'menu'; 'aria-expanded': boolean }
  /** For the box that opens; it lies in the top layer, anchored to the button. */
  box: { id: string; popover: 'auto'; ref: RefObject<HTMLDivElement | null> }
  close: () => void
}

/**
 * A box that opens beside its button through the platform's `popover`: Escape and a press outside close it, nothing
 * clips it, and one that opens closes the others. `onOpen` runs when it is on screen.
 */
export function usePopover(kind: 'dialog' | 'menu', onOpen?: (box: HTMLElement) => void): PopoverParts {
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const opened = useRef(onOpen)
  useEffect(() => {
    opened.current = onOpen
  })
  useEffect(() => {
    const box = ref.current
    // The event is listened to by hand: React 18 knows no `toggle` of a popover.
    const read = (event: Event) => {
      const open = (event as ToggleEvent).newState === 'open'
      setOpen(open)
      if (open && box) opened.current?.(box)
    }
    box?.addEventListener('toggle', read)
    return () => box?.removeEventListener('toggle', read)
  }, [])
  const close = useCallback(() => {
    ref.current?.hidePopover()
    // The browser gives the focus back only from inside the box, and what had it may have gone from there.
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(`[popovertarget="${id}"]`)?.focus()
  }, [id])
  return {
    isOpen,
    trigger: { popoverTarget: id, 'aria-haspopup': kind, 'aria-expanded': isOpen },
    box: { id, popover: 'auto', ref },
    close,
  }
}

/** The line between groups of a popover. */
export function PopoverRule(): ReactNode {
  return <hr className="cl-popoverRule" />
}
