'use client'

import { useClerkContext, useModal } from '@usher/hooks'

type LinkEvent = { preventDefault(): void; metaKey?: boolean; ctrlKey?: boolean; shiftKey?: boolean }

/**
 * Address and click of a link within the app: its own router is used, and a new tab still opens as one. In a dialog the
 * next dialog opens instead, when there is one: the app may have no such page.
 */
export function useAppLink() {
  const { clerk } = useClerkContext()
  const { modal } = useModal()
  return (href: string, openNext: () => void) => ({
    href,
    onClick: (event?: LinkEvent) => {
      if (event?.metaKey || event?.ctrlKey || event?.shiftKey) return
      event?.preventDefault()
      if (modal) openNext()
      else void clerk.navigate(href)
    },
  })
}
