'use client'

import { ClerkRuntimeError } from '@usher/client'
import {
  Children,
  cloneElement,
  isValidElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react'

type ClickProps = { onClick?: (event: MouseEvent<HTMLElement>) => unknown }

/**
 * The single child with a click that acts; a plain button with `label` when there is no child. The child's own click
 * handler runs first and may prevent ours.
 */
export function ActionButton(props: {
  label: string
  onAct: () => unknown
  children?: ReactNode
}): ReactNode {
  const child: ReactNode =
    typeof props.children === 'string' ? <button type="button">{props.children}</button> : props.children
  const element = (
    Children.count(child) === 0 ? <button type="button">{props.label}</button> : Children.only(child)
  ) as ReactElement<ClickProps>
  if (!isValidElement<ClickProps>(element))
    throw new ClerkRuntimeError('A button of the kit takes a single element as its child.', {
      code: 'button_needs_one_child',
    })
  return cloneElement(element, {
    onClick: async (event: MouseEvent<HTMLElement>) => {
      await element.props.onClick?.(event)
      if (!event.defaultPrevented) await props.onAct()
    },
  })
}
