import { useAuth } from '@usher/react'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** Puts the focus on a page that was gone to, or is another's now, as a browser does that loads one: what led there is gone. */
export function FocusPage() {
  const { pathname } = useLocation()
  const { userId } = useAuth()
  const page = userId === undefined ? null : `${pathname} ${userId}`
  const last = useRef(page)
  useEffect(() => {
    const before = last.current
    last.current = page
    if (!before || !page || before === page) return
    const main = document.querySelector('main')
    if (!main || main.contains(document.activeElement)) return
    main.tabIndex = -1
    main.focus({ preventScroll: true })
  }, [page])
  return null
}
