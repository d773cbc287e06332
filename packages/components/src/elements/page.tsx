'use client'

import type { ReactNode } from 'react'
import { useAppearance, useElementClass } from '../appearance/appearance-context.tsx'
import { Heading } from './heading.tsx'

export type PageCardProps = {
  /** The stub: who it is and where one can go. */
  rail?: ReactNode
  children: ReactNode
}

/** The ticket on its side: rail and body; under 44rem the rail is the stub on top. */
export function PageCard({ rail, children }: PageCardProps): ReactNode {
  const { options } = useAppearance()
  const [box, scroll, page] = [
    useElementClass('cardBox'),
    useElementClass('scrollBox'),
    useElementClass('pageScrollBox'),
  ]
  return (
    <div className={box} data-ticket="box" data-joint="" data-elevation={options.elevation}>
      {rail}
      <div className={scroll} data-ticket="body">
        <div className={page}>{children}</div>
      </div>
    </div>
  )
}

export type PageProps = {
  /** Page id for the class: `cl-profilePage__security`. */
  id: string
  title: ReactNode
  subtitle?: ReactNode
  children: ReactNode
}

/** One page of a profile: its title, one fact, its sections. */
export function Page({ id, title, subtitle, children }: PageProps): ReactNode {
  return (
    <div className={`${useElementClass('page')} ${useElementClass('profilePage', id)}`}>
      <Heading level={1} className="cl-pageTitle">
        {title}
      </Heading>
      {subtitle && <div className="cl-pageSubtitle">{subtitle}</div>}
      {children}
    </div>
  )
}

export type SectionProps = {
  /** Section id: the anchor of deep links and the class `cl-profileSection__emailAddresses`. */
  id: string
  title: ReactNode
  /** One fact under the title. */
  subtitle?: ReactNode
  /** A quiet small button with `align="end"`: "Add email". */
  action?: ReactNode
  level?: 1 | 2
  children: ReactNode
}

/** A titled part of a page: head and tray. */
export function Section({ id, title, subtitle, action, level = 2, children }: SectionProps): ReactNode {
  const [section, text, fact] = [
    useElementClass('profileSection', id),
    useElementClass('profileSectionTitleText', id),
    useElementClass('profileSectionSubtitle', id),
  ]
  const header = useElementClass('profileSectionHeader', id)
  const title_ = `usher-${id}-title`
  return (
    <section className={section} id={id} aria-labelledby={title_}>
      <div className={header}>
        <div className="cl-profileSectionTitle">
          <Heading level={level} className={text} id={title_}>
            {title}
          </Heading>
          {subtitle && <div className={fact}>{subtitle}</div>}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
