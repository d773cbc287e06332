'use client'
import * as Radix from '@radix-ui/react-dialog'
import { forwardRef, type RefObject, useEffect, useRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type DialogState, useDialog } from './dialog-context.ts'

type DismissProps = Pick<
  Radix.DialogContentProps,
  | 'onOpenAutoFocus'
  | 'onCloseAutoFocus'
  | 'onEscapeKeyDown'
  | 'onPointerDownOutside'
  | 'onFocusOutside'
  | 'onInteractOutside'
>

export type DialogContentProps = PartProps<'div', DialogState> & DismissProps

const UNNAMED =
  'A dialog has no name, so a screen reader says nothing when it opens. Put a <Dialog.Title> into <Dialog.Content>, or give it an aria-label.'

/**
 * The dialog itself: holds the focus, closes on Escape and on a press outside, and gives the focus back. It needs a
 * name: a `Dialog.Title` inside, or `aria-label`. The handlers that say when it closes are those of Radix Dialog;
 * `event.preventDefault()` in one keeps it open.
 */
export const DialogContent = forwardRef<HTMLDivElement, DialogContentProps>(
  function DialogContent(props, ref) {
    const {
      onOpenAutoFocus,
      onCloseAutoFocus,
      onEscapeKeyDown,
      onPointerDownOutside,
      onFocusOutside,
      onInteractOutside,
      ...rest
    } = props
    const { open } = useDialog()
    const content = useRef<HTMLDivElement>(null)
    useNameCheck(content, open)
    return (
      <Radix.Content
        asChild
        onOpenAutoFocus={onOpenAutoFocus}
        onCloseAutoFocus={onCloseAutoFocus}
        onEscapeKeyDown={onEscapeKeyDown}
        onPointerDownOutside={onPointerDownOutside}
        onFocusOutside={onFocusOutside}
        onInteractOutside={onInteractOutside}
      >
        {useRender('div', rest, { ref, own: { ref: content }, state: { open } })}
      </Radix.Content>
    )
  },
)

function useNameCheck(content: RefObject<HTMLDivElement | null>, open: boolean) {
  useEffect(() => {
    if (!open) return
    // NOTE: the title is known one render after it is drawn.
    const timer = setTimeout(() => {
      if (content.current && !content.current.matches('[aria-label], [aria-labelledby]'))
        reportError(new Error(UNNAMED))
    })
    return () => clearTimeout(timer)
  }, [content, open])
}
