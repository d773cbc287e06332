'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { Address } from '../elements/address.tsx'
import type { MessageKey } from './en/keys.ts'
import { format, formatString, type Values } from './format.ts'

/** Texts by nested key. What is missing falls back to the next catalog. */
export type Catalog = { [key: string]: string | Catalog | undefined }

/** An error as the server tells it, or as a form keeps it. */
export type MessageError = {
  code: string
  message?: string
  longMessage?: string
  meta?: { paramName?: string } & { [name: string]: unknown }
  /** When the server will listen again, epoch milliseconds; the token `until` of its text. */
  retryAfterUntil?: number | null
}

type Lookup = { catalogs: Catalog[]; values: Values; locale: string | undefined }

const MessagesContext = createContext<Lookup>({ catalogs: [], values: {}, locale: undefined })

/**
 * Gives texts to everything inside: an app's `localization` before all, then `catalog`, then what stands around it.
 * A lazy chunk brings its own catalog by standing inside one of these.
 *
 * `values` are tokens that every text may use, such as `applicationName`.
 */
export function MessagesProvider(props: {
  catalog?: Catalog
  localization?: Catalog
  values?: Values
  children: ReactNode
}): ReactNode {
  const { catalog, localization, values } = props
  const around = useContext(MessagesContext)
  const value = useMemo(() => {
    const [own, below] = [localization ? [localization] : [], catalog ? [catalog] : []]
    const locale = typeof localization?.locale === 'string' ? localization.locale : around.locale
    // English stands behind every localization, whichever of the two came first.
    const catalogs = [...own, ...around.catalogs, ...below]
    return { catalogs, values: { ...around.values, ...values }, locale }
  }, [around, catalog, localization, values])
  return <MessagesContext.Provider value={value}>{props.children}</MessagesContext.Provider>
}

export type Messages = {
  /** The text under `key` as one string; the key itself when nobody has the text. */
  text: (key: MessageKey, values?: Values) => string
  /** The text for a number: looks for `key__one`, `key__few` … as the locale counts, then `key__other`. */
  plural: (key: string, count: number, values?: Values) => string
  /** The text for an error: by code and parameter, by code, else the server's own sentence. */
  error: (error: MessageError) => string
  /** The raw text, or nothing. */
  find: (key: string) => string | undefined
  locale: string | undefined
  values: Values
}

/** The texts that hold here. */
export function useMessages(): Messages {
  const lookup = useContext(MessagesContext)
  return useMemo(() => makeMessages(lookup), [lookup])
}

/**
 * A text of the catalog. Put it inside the element it names; `data-localization-key` says which text it is. It is
 * isolated, so that an English sentence keeps its full stop at its end on a page that runs from right to left.
 */
export function Text(props: { k: MessageKey; values?: Values }): ReactNode {
  const { find, values, locale } = useMessages()
  const pieces = format(find(props.k) ?? props.k, { ...values, ...props.values }, locale)
  return <bdi data-localization-key={props.k}>{pieces.map(drawPiece)}</bdi>
}

function drawPiece(piece: ReturnType<typeof format>[number], index: number): ReactNode {
  if (typeof piece === 'string') return piece
  if ('bold' in piece)
    return (
      <b key={index}>
        <Address>{piece.bold}</Address>
      </b>
    )
  return (
    <a key={index} className="cl-link" href={piece.url} target="_blank" rel="noopener noreferrer">
      {piece.link}
    </a>
  )
}

function makeMessages({ catalogs, values, locale }: Lookup): Messages {
  const find = (key: string) => {
    for (const catalog of catalogs) {
      const text = readPath(catalog, key)
      if (text !== undefined) return text
    }
  }
  const fill = (text: string, more?: Values) => formatString(text, { ...values, ...more }, locale)
  return {
    find,
    locale,
    values,
    text: (key, more) => fill(find(key) ?? key, more),
    plural: (key, count, more) => {
      const rule = new Intl.PluralRules(locale ?? 'en').select(count)
      return fill(find(`${key}__${rule}`) ?? find(`${key}__other`) ?? key, { count, ...more })
    },
    error: (error) => {
      const base = `unstable__errors.${error.code}`
      const own = find(`${base}__${error.meta?.paramName}`) ?? find(base)
      return own ? fill(own, tokensOf(error)) : error.longMessage || error.message || error.code
    },
  }
}

function readPath(catalog: Catalog, path: string): string | undefined {
  let at: string | Catalog | undefined = catalog
  for (const key of path.split('.')) at = typeof at === 'object' ? at[key] : undefined
  return typeof at === 'string' ? at : undefined
}

// The kit has `minLength` where the wire and its texts have `min_length`.
function tokensOf(error: MessageError): Values {
  const tokens: Values = { until: error.retryAfterUntil }
  for (const [name, value] of Object.entries(error.meta ?? {}))
    if (typeof value === 'string' || typeof value === 'number')
      tokens[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = value
  return tokens
}
