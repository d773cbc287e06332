'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useAppearance, useElementClass } from '../appearance/appearance-context.tsx'
import { Text } from '../messages/messages-context.tsx'
import { Button } from './button.tsx'
import { Logo } from './header.tsx'
import { ArrowEndIcon } from './icons.tsx'

export type CardProps = {
  /** The other way out, in the stub; without it the card is a body with four round corners. */
  footer?: ReactNode
  /** The app's mark, for those who want it above the ticket. */
  logo?: string | undefined
  children: ReactNode
}

/** The upright ticket: a body with the task, and a stub below the perforation. */
export function Card({ footer, logo, children }: CardProps): ReactNode {
  const { options } = useAppearance()
  const [box, body, stub] = [useElementClass('cardBox'), useElementClass('card'), useElementClass('footer')]
  return (
    <>
      {options.logoPlacement === 'outside' && <Logo logo={logo} />}
      <div className={box} data-ticket="box" data-elevation={options.elevation}>
        <div className={body} data-ticket="body">
          {children}
        </div>
        {footer && (
          <div className={stub} data-ticket="stub">
            {footer}
            <FooterPages />
          </div>
        )}
      </div>
    </>
  )
}

/** What changes from step to step: comes in with a short move, and lets the card grow or shrink with it. */
export function Main({ step, children }: { step: string; children: ReactNode }): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  const height = useRef(0)
  const isStill = useAppearance().options.animations === false
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height moves when the step changes, and at no other time
  useLayoutEffect(() => {
    const main = element.current
    const before = height.current
    if (!main) return
    height.current = main.offsetHeight
    if (
      isStill ||
      !before ||
      before === height.current ||
      matchMedia('(prefers-reduced-motion: reduce)').matches
    )
      return
    const change = main.animate(
      {
        height: [`${before}px`, `${height.current}px`],
        overflow: ['clip', 'clip'],
        overflowClipMargin: ['8px', '8px'],
      },
      { duration: 200, easing: 'cubic-bezier(.2, 0, 0, 1)' },
    )
    // What was focused when the card was lower may have grown out of view.
    change.onfinish = () => main.querySelector(':focus')?.scrollIntoView({ block: 'nearest' })
  }, [step])
  return (
    <div ref={element} className={useElementClass('main')}>
      <div key={step} className="cl-step">
        {children}
      </div>
    </div>
  )
}

export type FooterActionProps = {
  /** For the class `cl-footerAction__id`. */
  id?: string
  text: ReactNode
  link: ReactNode
  href?: string | undefined
  onClick?: () => void
}

/** The one sentence and one link of a stub. */
export function FooterAction({ id, text, link, href, onClick }: FooterActionProps): ReactNode {
  return (
    <div className={useElementClass('footerAction', id)}>
      <span className={useElementClass('footerActionText')}>{text}</span>
      <Button
        element="footerActionLink"
        variant="link"
        {...(href && { href })}
        {...(onClick && { onClick })}
        iconEnd={<ArrowEndIcon size={16} />}
      >
        {link}
      </Button>
    </div>
  )
}

const pages = ['help', 'privacy', 'terms'] as const

function FooterPages() {
  const { options } = useAppearance()
  const shown = pages.filter((id) => options[`${id}PageUrl`])
  const className = useElementClass('footerPages')
  return shown.length > 0 ? (
    <div className={className}>
      {shown.map((id) => (
        <FooterPage key={id} id={id} href={options[`${id}PageUrl`]} />
      ))}
    </div>
  ) : null
}

const FooterPage = ({ id, href }: { id: (typeof pages)[number]; href: string | undefined }) => (
  <a className={useElementClass('footerPagesLink', id)} href={href}>
    <Text k={`footerPageLink__${id}`} />
  </a>
)
