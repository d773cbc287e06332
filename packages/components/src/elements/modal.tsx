'use client'

import { Dialog } from '@usher/primitives'
import type { ReactNode } from 'react'
import { useAppearance, useElementClass } from '../appearance/appearance-context.tsx'
import { Text } from '../messages/messages-context.tsx'
import { CrossIcon } from './account-icons.tsx'
import { Button } from './button.tsx'
import { RootBox } from './root-box.tsx'

export type ModalProps = {
  open: boolean
  onClose: () => void
  /** The dialog's name. */
  title: string
  size?: 'card' | 'page'
  children: ReactNode
}

// A page has no first field, and its first button may be the one that signs out.
function focusDialog(event: Event) {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}

/** A ticket over the page. Import it lazily: it brings the dialog library. */
export function Modal({ open, onClose, title, size = 'card', children }: ModalProps): ReactNode {
  const [backdrop, content] = [useElementClass('modalBackdrop'), useElementClass('modalContent')]
  const { nonce } = useAppearance()
  return (
    <Dialog.Root nonce={nonce} open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <RootBox flow="modal" size="inline">
          <Dialog.Overlay className={backdrop}>
            <Dialog.Content
              className={content}
              data-size={size}
              aria-describedby={undefined}
              onOpenAutoFocus={size === 'page' ? focusDialog : undefined}
            >
              <Dialog.Title render={<span className="cl-visuallyHidden" />}>{title}</Dialog.Title>
              {children}
              <Dialog.Close
                render={
                  <Button
                    element="modalCloseButton"
                    variant="quiet"
                    size="small"
                    iconOnly
                    icon={<CrossIcon />}
                  >
                    <Text k="modalCloseButton" />
                  </Button>
                }
              />
            </Dialog.Content>
          </Dialog.Overlay>
        </RootBox>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
