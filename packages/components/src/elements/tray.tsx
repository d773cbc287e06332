'use client'

import { type ReactNode, type RefObject, useId } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { Heading } from './heading.tsx'

export type TrayProps = {
  /** Section id for the class names. */
  id: string
  /** `Row`s. */
  rows?: ReactNode
  /** A red edge, for what cannot be undone. */
  danger?: boolean
  /** A `Panel` at the end. */
  children?: ReactNode
}

/** A framed list of rows, with room for a panel at its end. */
export function Tray({ id, rows, danger, children }: TrayProps): ReactNode {
  const [tray, list] = [
    useElementClass('profileSectionContent', id),
    useElementClass('profileSectionItemList', id),
  ]
  return (
    <div className={tray} data-color={danger ? 'danger' : undefined}>
      {rows && <ul className={list}>{rows}</ul>}
      {children}
    </div>
  )
}

export type RowProps = {
  /** Gets the element of the row with its panel. */
  container?: RefObject<HTMLLIElement | null>
  /** Section id for the class `cl-profileSectionItem__emailAddresses`. */
  section: string
  /** Marks the row, so that the focus can come back to it. */
  rowId?: string | undefined
  /** An icon of 20; stands in a tile. */
  icon?: ReactNode
  /** Instead of a tile: an avatar. */
  avatar?: ReactNode
  /** The tile is lit: this is the one you are on. */
  isLive?: boolean
  /** The key of a key-value row: "Name". */
  label?: ReactNode
  name: ReactNode
  /** Badges after the name. */
  badge?: ReactNode
  /** What is known about it, in grey; separated by dots. */
  facts?: ReactNode[]
  /** One outlined button: what we suggest now. */
  suggested?: ReactNode
  /** Quiet buttons and the menu, last. */
  action?: ReactNode
  /** An action on the row runs: mutes it; `status` stands in the place of the buttons. */
  pending?: boolean
  status?: ReactNode
  /** The `Panel` that opened under it. */
  children?: ReactNode
}

/** A row that reads like a sentence: tile, name, badge; the facts under it; at the end one action and a menu. */
export function Row(props: RowProps): ReactNode {
  const {
    section,
    icon,
    avatar,
    isLive,
    label,
    name,
    badge,
    facts = [],
    suggested,
    action,
    pending,
    status,
  } = props
  const row = useElementClass('profileSectionItem', section, pending ? 'loading' : undefined)
  return (
    <li ref={props.container} className="cl-profileSectionListItem" data-row={props.rowId}>
      <div
        className={row}
        data-pending={pending ? '' : undefined}
        data-key-value={label ? '' : undefined}
        data-indent={avatar ? 'avatar' : icon ? 'tile' : undefined}
      >
        {avatar}
        {icon && (
          <span className="cl-profileSectionItemIcon" data-live={isLive ? '' : undefined}>
            {icon}
          </span>
        )}
        <div className="cl-profileSectionItemText">
          {label && <div className="cl-profileSectionItemKey">{label}</div>}
          <div className="cl-profileSectionItemName">
            <span>{name}</span>
            {badge}
          </div>
          {facts.length > 0 && <Facts facts={facts} />}
        </div>
        {pending && status && (
          <span className="cl-profileSectionItemStatus" role="status">
            <span className="cl-spinner" />
            {status}
          </span>
        )}
        {!pending && suggested && <div className="cl-profileSectionItemSuggested">{suggested}</div>}
        {!pending && action && <div className="cl-profileSectionItemActions">{action}</div>}
      </div>
      {props.children}
    </li>
  )
}

/** Short facts in one line, with a dot between neighbours. */
export function Facts({ facts }: { facts: ReactNode[] }): ReactNode {
  return (
    <ul className="cl-facts">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity but their place
        <li key={index} className="cl-fact">
          <bdi>{fact}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** Nothing there yet: one sentence and the link that begins it. */
export function EmptyRow({ icon, children }: { icon: ReactNode; children: ReactNode }): ReactNode {
  return (
    <li className="cl-profileSectionListItem">
      <div className="cl-profileSectionItem" data-indent="tile">
        <span className="cl-profileSectionItemIcon">{icon}</span>
        <div className="cl-profileSectionItemEmpty">{children}</div>
      </div>
    </li>
  )
}

const isChanged = (panel: HTMLElement): boolean =>
  [...panel.querySelectorAll('input')].some(
    (input) => input.value !== input.defaultValue || input.checked !== input.defaultChecked,
  )

export type PanelProps = {
  /** Section id for the class names. */
  id: string
  title: ReactNode
  /** One sentence. */
  subtitle?: ReactNode
  /** The content starts at the edge, not on the text line of the rows: for sections without tiles. */
  flush?: boolean
  /** Escape, unless something that was typed would be lost. */
  onCancel?: () => void
  children: ReactNode
}

/** What opens under a row or at the end of a tray to change something in place. */
export function Panel({ id, title, subtitle, flush, onCancel, children }: PanelProps): ReactNode {
  const heading = useId()
  const [title_, subtitle_] = [useElementClass('formHeaderTitle'), useElementClass('formHeaderSubtitle')]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be labelled by a heading
    <div
      className={useElementClass('actionCard', id)}
      role="group"
      aria-labelledby={heading}
      data-flush={flush ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !onCancel) return
        event.stopPropagation()
        if (!isChanged(event.currentTarget)) onCancel()
      }}
      // Focused when it had no height yet, so it may have grown out of view.
      onAnimationEnd={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.scrollIntoView({ block: 'nearest' })
      }}
    >
      <Heading
        level={3}
        className={`cl-actionCardTitle ${title_}`}
        id={heading}
        tabIndex={-1}
        data-panel-title=""
      >
        {title}
      </Heading>
      {subtitle && <div className={`cl-actionCardSubtitle ${subtitle_}`}>{subtitle}</div>}
      {children}
    </div>
  )
}
