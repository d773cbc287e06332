import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** Puts the focus on a page that was gone to, as a browser does that loads one: the link that led there is gone. */
export function FocusPage() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    const main = document.querySelector('main')
    if (!main || main.contains(document.activeElement)) return
    main.tabIndex = -1
    main.focus({ preventScroll: true })
  }, [pathname])
  return null
}
