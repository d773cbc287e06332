'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { DotsIcon } from './account-icons.tsx'
import { Button } from './button.tsx'
import { usePopover } from './popover.tsx'

export type MenuItem = {
  id: string
  label: ReactNode
  danger?: boolean
  /** Cannot be chosen now. */
  isDisabled?: boolean
  onSelect: () => void
}

export type MenuProps = {
  /** What the menu is about, as the name of its button: "Actions for ada@example.com". */
  label: string
  items: MenuItem[]
}

/** The menu at the end of a row. Arrows, Home, End and first letters move; Escape gives the focus back to the button. */
export function Menu({ label, items }: MenuProps): ReactNode {
  const { trigger, box, close } = usePopover('menu', (list) => focusItem(list, 0))
  const list = useElementClass('popoverBox menuList')
  return (
    <>
      <Button element="menuButton" variant="quiet" size="small" iconOnly icon={<DotsIcon />} {...trigger}>
        {label}
      </Button>
      <div {...box} role="menu" aria-label={label} className={list} tabIndex={-1} onKeyDown={moveFocus}>
        {items.map((item) => (
          <MenuLine key={item.id} {...item} close={close} />
        ))}
      </div>
    </>
  )
}

function MenuLine({ id, label, danger, isDisabled, onSelect, close }: MenuItem & { close: () => void }) {
  const className = useElementClass('menuItem', id)
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={className}
      data-color={danger ? 'danger' : undefined}
      aria-disabled={isDisabled || undefined}
      onClick={() => {
        if (isDisabled) return
        close()
        onSelect()
      }}
    >
      {label}
    </button>
  )
}

const itemsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[role=menuitem]')]

function focusItem(list: HTMLElement, index: number) {
  const items = itemsOf(list)
  items.at(index % items.length)?.focus()
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const list = event.currentTarget
  const items = itemsOf(list)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const steps: { [key: string]: number } = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
  const letter = event.key.length === 1 && event.key.trim() ? event.key.toLowerCase() : undefined
  if (event.key === 'Tab') list.hidePopover()
  if (letter) {
    const order = [...items.slice(at + 1), ...items.slice(0, at + 1)]
    order.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus()
  }
  const next = steps[event.key]
  if (next === undefined) return
  event.preventDefault()
  focusItem(list, next)
}
