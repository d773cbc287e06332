'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { ChevronUpDownIcon } from './account-icons.tsx'
import { Button } from './button.tsx'

export type RailPage = {
  id: string
  label: ReactNode
  icon: ReactNode
  href?: string | undefined
  onClick?: () => void
}

export type RailProps = {
  /** Who it is. */
  preview: ReactNode
  pages: RailPage[]
  currentId: string
  /** The name of the list for screen readers. */
  label: string
  /** At the foot: "Sign out". */
  footer?: ReactNode
}

/** The stub of a page: identity, pages with the lamp on the current one, and the way out. Narrow, the pages fold away. */
export function Rail({ preview, pages, currentId, label, footer }: RailProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [rail, list, row] = [
    useElementClass('navbar'),
    useElementClass('navbarButtons'),
    useElementClass('navbarMobileMenuRow'),
  ]
  const current = pages.find((page) => page.id === currentId)
  return (
    <div className={rail} data-ticket="stub" data-open={isOpen ? '' : undefined}>
      <div className="cl-navbarSticky">
        {preview}
        <div className={row} ref={menu}>
          <Button
            element="navbarMobileMenuButton"
            icon={current?.icon}
            iconEnd={<ChevronUpDownIcon />}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {current?.label}
          </Button>
        </div>
        <nav aria-label={label} id={id}>
          <ul className={list}>
            {pages.map((page) => (
              <li key={page.id} className="cl-navbarItem">
                <NavItem
                  {...page}
                  isCurrent={page.id === currentId}
                  onClick={() => {
                    // The list folds away, and with it what had the focus.
                    if (isOpen) menu.current?.querySelector('button')?.focus()
                    setOpen(false)
                    page.onClick?.()
                  }}
                />
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {footer && <div className="cl-navbarFooter">{footer}</div>}
    </div>
  )
}

export type NavItemProps = RailPage & { isCurrent?: boolean }

/** One line of a rail: a link when it has an address, else a button. */
export function NavItem({ id, label, icon, href, onClick, isCurrent }: NavItemProps): ReactNode {
  const className = useElementClass('navbarButton', id, isCurrent ? 'active' : undefined)
  const shared = { className, onClick, 'aria-current': isCurrent ? ('page' as const) : undefined }
  const inside = (
    <>
      {icon}
      <span>{label}</span>
    </>
  )
  if (href !== undefined)
    return (
      <a href={href} {...shared}>
        {inside}
      </a>
    )
  return (
    <button type="button" {...shared}>
      {inside}
    </button>
  )
}
