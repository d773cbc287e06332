'use client'

import { type ReactNode, useMemo } from 'react'
import { madeTokens } from './made-tokens.ts'
import type { ResolvedAppearance } from './merge-appearance.ts'
import type { Elements, Variables } from './types.ts'

// Tokens of the style sheet by the names of variables; a shade or size adds its own name: `--usher-danger-50`.
const tokens: { [name: string]: string } = {
  colorTextOnPrimaryBackground: 'on-fill',
  colorText: 'text',
  colorTextSecondary: 'text-muted',
  colorInputBackground: 'field',
  colorInputText: 'field-text',
  colorAlphaShade: 'neutral',
  spacingUnit: 'space',
  colorPrimary: 'accent-fill',
  colorPrimaryForeground: 'on-fill',
  colorDanger: 'danger',
  colorSuccess: 'success',
  colorWarning: 'warning',
  colorNeutral: 'neutral',
  colorForeground: 'text',
  colorMuted: 'bg-sunken chip tile stub stub-raised',
  colorMutedForeground: 'text-muted',
  colorBackground: 'bg bg-raised',
  colorInput: 'field',
  colorInputForeground: 'field-text',
  colorShimmer: 'shimmer',
  colorRing: 'ring',
  colorShadow: 'shadow',
  colorBorder: 'line hairline field-border',
  colorModalBackdrop: 'scrim',
  fontFamily: 'font',
  fontFamilyButtons: 'font-buttons',
  fontFamilyMono: 'font-mono',
  fontSize: 'size',
  fontWeight: 'weight',
  borderRadius: 'radius',
  spacing: 'space',
}

export type LookSheetProps = { id: string; look: ResolvedAppearance }

/** The style tag of one component. In a chunk of its own: only apps with a look of theirs need it. */
export function LookSheet({ id, look }: LookSheetProps): ReactNode {
  const sheet = useMemo(() => writeSheet(id, look), [id, look])
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React writes text into a style as if it were HTML
    <style nonce={look.nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: sheet }} />
  )
}

/** Writes the app's variables, and its rule objects, for what stands inside `[data-usher-look=id]`. */
export function writeSheet(id: string, { variables, elements, layer }: ResolvedAppearance): string {
  const scope = `[data-usher-look="${id}"]`
  const values = [madeTokens(variables), ...Object.entries(variables).flatMap(declareToken)].join('')
  // What a key says of every button or field is weaker than what one of them is told.
  const rules = [true, false].flatMap((isCommon) =>
    elements.flatMap((keys) =>
      Object.keys(keys)
        .filter((key) => /^(button|input)(__|$)/.test(key) === isCommon)
        .sort((one, other) => one.split('__').length - other.split('__').length)
        .map((key) => writeRule(scope, key, keys[key])),
    ),
  )
  const sheet = `${values && `:where(${scope}){${values}}`}${layered(rules.join(''), layer)}`
  return sheet.replaceAll('</', '<\\/')
}

// Named after the kit's own layer, so that it is the stronger one unless the app said otherwise.
const layered = (rules: string, layer: string | undefined) =>
  rules && layer ? `@layer usher,${layer};@layer ${layer}{${rules}}` : rules

function declareToken([name, value]: [string, Variables[keyof Variables]]): string[] {
  if (name.startsWith('--')) return [`${name}:${value};`]
  const scale = typeof value === 'object' ? Object.entries(value) : [['', value]]
  return (tokens[name]?.split(' ') ?? []).flatMap((token) =>
    scale.flatMap(([key, part]) => {
      const isBase = !key || key === '500' || key === 'md'
      // A length that is multiplied needs its unit.
      return part
        ? `--usher-${token}${isBase ? '' : `-${key}`}:${/^(none|0)$/.test(String(part)) ? '0px' : part};`
        : []
    }),
  )
}

function writeRule(scope: string, key: string, style: Elements[string]): string {
  if (typeof style !== 'object') return ''
  const name = key.replace(/__(loading|error|open|active)$/, '.cl-$1')
  return `:where(${scope},${scope} *).cl-${name}{${writeBlock(style)}}`
}

const writeBlock = (style: object): string =>
  Object.entries(style)
    .map(([key, value]) => {
      if (value && typeof value === 'object' && !Array.isArray(value))
        return `${key.replace(/^:/, '&:')}{${writeBlock(value)}}`
      return [value ?? []]
        .flat()
        .map((part) => `${kebab(key)}:${withUnit(key, part)};`)
        .join('')
    })
    .join('')

const kebab = (key: string) =>
  key.startsWith('--') ? key : key.replace(/[A-Z]/g, '-$&').replace(/^ms-/, '-$&').toLowerCase()

// Numbers of all other properties are pixels.
const plain =
  /^(--.*|fontWeight|lineHeight|.*pacity|order|zIndex|zoom|scale|orphans|widows|tabSize|columns|flex(Grow|Shrink)?|grid(Row|Column|Area).*|aspect.*|.*Count|.*Clamp)$/

const withUnit = (key: string, value: unknown) =>
  typeof value === 'number' && value && !plain.test(key) ? `${value}px` : value
