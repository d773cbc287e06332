'use client'

import type { ReactNode } from 'react'
import { useAppearance, useElementClass } from '../appearance/appearance-context.tsx'
import { useMessages } from '../messages/messages-context.tsx'
import { Heading } from './heading.tsx'

export type HeaderProps = {
  title: ReactNode
  /** One fact under the title. */
  subtitle?: ReactNode
  /** The app's mark: an address of a picture, or an element. `appearance.options.logoImageUrl` wins. */
  logo?: string | ReactNode
}

/** Mark, title and fact; keeps its place and height over all steps of a card. */
export function Header({ title, subtitle, logo }: HeaderProps): ReactNode {
  const { options } = useAppearance()
  const [header, heading, fact] = [
    useElementClass('header'),
    useElementClass('headerTitle'),
    useElementClass('headerSubtitle'),
  ]
  return (
    <header className={header}>
      {(options.logoPlacement ?? 'inside') === 'inside' && <Logo logo={logo} />}
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
export function Logo({ logo }: Pick<HeaderProps, 'logo'>): ReactNode {
  const { options } = useAppearance()
  const name = useMessages().values.applicationName
  const [box, image] = [useElementClass('logoBox'), useElementClass('logoImage')]
  const picture = options.logoImageUrl || logo
  if (!picture) return null
  const mark =
    typeof picture === 'string' ? <img className={image} src={picture} alt={String(name ?? '')} /> : picture
  const Box = options.logoLinkUrl ? 'a' : 'span'
  return (
    <Box className={box} {...(options.logoLinkUrl && { href: options.logoLinkUrl })}>
      {mark}
    </Box>
  )
}
