'use client'

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent, type ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'

const looks = {
  primary: ['solid', 'primary'],
  secondary: ['outline', 'neutral'],
  quiet: ['ghost', 'neutral'],
  danger: ['outline', 'danger'],
  dangerFilled: ['solid', 'danger'],
  link: ['link', 'primary'],
} as const

export type ButtonVariant = keyof typeof looks

export type ButtonProps = ComponentPropsWithoutRef<'button'> & {
  variant?: ButtonVariant
  /** 40 px high, or 32 inside rows and section heads; both are 44 under a coarse pointer. */
  size?: 'small' | undefined
  /** As wide as its place. */
  block?: boolean | undefined
  /** Puts the label on the line of the neighbours by taking the padding of that side away. */
  align?: 'start' | 'end' | undefined
  /** An action runs: same width, same colour, spinner after 150 ms; presses are ignored. */
  pending?: boolean | undefined
  icon?: ReactNode
  iconEnd?: ReactNode
  /** Only the icon is seen; the children are its name. */
  iconOnly?: boolean
  /** A link that looks like a button. */
  href?: string
  /** Element key and id for the class names: `cl-formButtonPrimary`, `cl-navbarButton__security`. */
  element?: string
  elementId?: string | undefined
}

/** Every button and button-like link. While `aria-disabled` or pending it keeps the focus and ignores presses. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { variant = 'secondary', size, block, align, pending, icon, iconEnd, iconOnly, href, ...more } = props
  const { element, elementId, className, children, onClick, type = 'button', ...rest } = more
  const busy = pending || 'data-pending' in rest
  const off = busy || isOn(rest['aria-disabled'])
  const keys = element ? `button ${element}` : 'button'
  const names = useElementClass(keys, elementId, busy ? 'loading' : undefined)
  const [look, color] = looks[variant]
  const shared = {
    ...rest,
    className: className ? `${names} ${className}` : names,
    'data-variant': look,
    'data-color': color,
    'data-size': size,
    'data-align': align,
    'data-block': block ? '' : undefined,
    'data-icon-only': iconOnly ? '' : undefined,
    'data-pending': busy ? '' : undefined,
    'aria-disabled': off || undefined,
    onClick: (event: MouseEvent<HTMLButtonElement>) => (off ? event.preventDefault() : onClick?.(event)),
    children: (
      <>
        {icon}
        <span className={iconOnly ? 'cl-visuallyHidden' : 'cl-buttonLabel'}>{children}</span>
        {iconEnd}
      </>
    ),
  }
  if (href === undefined) return <button ref={ref} type={type} {...shared} />
  return <a href={href} {...(shared as unknown as ComponentPropsWithoutRef<'a'>)} />
})

const isOn = (value: unknown) => value === true || value === 'true'
