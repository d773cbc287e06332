'use client'

import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { Avatar, type AvatarProps } from './avatar.tsx'
import { usePopover } from './popover.tsx'

export type UserPopoverProps = {
  user: AvatarProps
  /** The name of the button and of the box: "Account: Ada Lovelace". */
  label: string
  /** Beside the avatar, when the app wants the name shown. */
  text?: ReactNode
  /** The stub, for what concerns all accounts; only with more than one. */
  footer?: ReactNode
  /** Gets `close`, for actions after which the box should be gone. */
  children: (close: () => void) => ReactNode
}

/** An avatar of 32 in a target of 40 that opens a ticket with the person's accounts. */
export function UserPopover({ user, label, text, footer, children }: UserPopoverProps): ReactNode {
  const { isOpen, trigger, box, close } = usePopover('dialog')
  const [button, card, main, stub] = [
    useElementClass('userButtonTrigger', undefined, isOpen ? 'open' : undefined),
    useElementClass('popoverBox userButtonPopoverCard'),
    useElementClass('userButtonPopoverMain'),
    useElementClass('userButtonPopoverFooter'),
  ]
  return (
    <>
      <button type="button" className={button} {...trigger} aria-label={label}>
        <Avatar {...user} size={32} element="userButtonAvatarBox" />
        {text}
      </button>
      <div {...box} role="dialog" aria-label={label} className={card} data-ticket="box">
        <div className={main} data-ticket="body">
          {children(close)}
        </div>
        {footer && (
          <div className={stub} data-ticket="stub">
            {footer}
          </div>
        )}
      </div>
    </>
  )
}

export type UserPopoverActionProps = {
  /** For the class `cl-userButtonPopoverActionButton__signOut`. */
  id: string
  /** An icon of 20 or an avatar of 32. */
  icon: ReactNode
  children: ReactNode
  /** A second line: the address of another account. */
  fact?: ReactNode
  /** A word at the end: "Switch". */
  end?: ReactNode
  pending?: boolean
  onClick: () => void
}

/** One line of the popover; icons stand in a column of 40 so that all texts share one line. */
export function UserPopoverAction({
  id,
  icon,
  children,
  fact,
  end,
  pending,
  onClick,
}: UserPopoverActionProps): ReactNode {
  const className = useElementClass('userButtonPopoverActionButton', id, pending ? 'loading' : undefined)
  return (
    <button
      type="button"
      className={className}
      data-two-line={fact ? '' : undefined}
      aria-disabled={pending || undefined}
      onClick={() => pending || onClick()}
    >
      <span className="cl-popoverIcon">{pending ? <span className="cl-spinner" /> : icon}</span>
      <span className="cl-popoverText">
        {children}
        {fact && <span className="cl-popoverFact">{fact}</span>}
      </span>
      {end && <span className="cl-popoverFact">{end}</span>}
    </button>
  )
}
