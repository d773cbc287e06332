'use client'

import type { ReactNode } from 'react'
import { useAppearance, useElementClass } from '../appearance/appearance-context.tsx'
import { Heading } from './heading.tsx'

export type HeaderProps = {
  title: ReactNode
  /** One fact under the title. */
  subtitle?: ReactNode
  /** The app's mark: an address of a picture, or an element. `appearance.options.logoImageUrl` wins. */
  logo?: string | ReactNode
  /** Its name, for the picture's text. */
  applicationName?: string
}

/** Mark, title and fact; keeps its place and height over all steps of a card. */
export function Header({ title, subtitle, logo, applicationName = '' }: HeaderProps): ReactNode {
  const { options } = useAppearance()
  const [header, heading, fact] = [
    useElementClass('header'),
    useElementClass('headerTitle'),
    useElementClass('headerSubtitle'),
  ]
  return (
    <header className={header}>
      {options.logoPlacement !== 'none' && options.logoPlacement !== 'outside' && (
        <Logo logo={options.logoImageUrl ?? logo} applicationName={applicationName} />
      )}
      <div className="cl-headerText">
        <Heading level={1} className={heading}>
          {title}
        </Heading>
        {subtitle && <div className={fact}>{subtitle}</div>}
      </div>
    </header>
  )
}

/** The app's mark, as a link when the app says where to. Nothing without a picture. */
export function Logo({
  logo,
  applicationName = '',
}: Pick<HeaderProps, 'logo' | 'applicationName'>): ReactNode {
  const { options } = useAppearance()
  const [box, image] = [useElementClass('logoBox'), useElementClass('logoImage')]
  if (!logo) return null
  const mark = typeof logo === 'string' ? <img className={image} src={logo} alt={applicationName} /> : logo
  return options.logoLinkUrl ? (
    <a className={box} href={options.logoLinkUrl}>
      {mark}
    </a>
  ) : (
    <span className={box}>{mark}</span>
  )
}
