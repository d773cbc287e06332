'use client'

import { useClerkContext } from '@usher/hooks'

type LinkEvent = { preventDefault(): void; metaKey?: boolean; ctrlKey?: boolean; shiftKey?: boolean }

/** Address and click of a link within the app: its own router is used, and a new tab still opens as one. */
export function useAppLink() {
  const { clerk } = useClerkContext()
  return (href: string) => ({
    href,
    onClick: (event?: LinkEvent) => {
      if (event?.metaKey || event?.ctrlKey || event?.shiftKey) return
      event?.preventDefault()
      void clerk.navigate(href)
    },
  })
}
