import type { Variables } from './types.ts'

/** The tokens that follow from the colours that an app gave; what it gave itself stands after them, and wins. */
export function madeTokens(variables: Variables): string {
  const { colorPrimary, colorBackground, colorShadow } = variables
  const isGround =
    colorBackground ||
    variables.colorForeground ||
    variables.colorText ||
    variables.colorNeutral ||
    variables.colorAlphaShade
  const isComplete = variables['--usher-perf']
  const hasVerdict = variables.colorDanger || variables.colorSuccess || variables.colorWarning
  return [
    isGround && !isComplete && ground + (colorBackground ? onGround : '') + tints,
    hasVerdict && tints,
    colorPrimary && !variables['--usher-accent'] && (isGround && !isComplete ? brand + brandOnGround : brand),
    colorShadow && shadow,
  ]
    .filter(Boolean)
    .join('')
}

const mix = (token: string, share: number, other = 'var(--usher-bg)') =>
  `color-mix(in oklab,var(--usher-${token}) ${share}%,${other})`

// The shade that the app gave itself, else one that is made.
const shade = (token: string, made: string) => `var(--usher-${token},${made})`

// Dark on a light ground, light on a dark one: the lightness of one colour decides that of the other.
const against = (dark: number, light: number, chroma: number, hue: number | string) =>
  `oklch(from var(--usher-bg) clamp(${dark},(.65 - l)*999,${light}) ${chroma} ${hue})`

const declare = (tokens: { [name: string]: string }) =>
  Object.entries(tokens)
    .map(([name, value]) => `--usher-${name}:${value};`)
    .join('')

const onGround = declare({
  text: against(0.2, 0.97, 0.01, 'h'),
  danger: against(0.5, 0.8, 0.14, 27),
  success: against(0.47, 0.82, 0.12, 160),
  warning: against(0.48, 0.84, 0.11, 70),
  scrim: 'rgb(4 5 8/.6)',
})

const ground = declare({
  neutral: 'var(--usher-text)',
  'text-muted': mix('text', 76),
  field: 'var(--usher-bg)',
  'bg-sunken': mix('neutral', 4),
  stub: mix('neutral', 2),
  'stub-raised': mix('neutral', 2),
  chip: mix('neutral', 5, '#0000'),
  tile: mix('neutral', 6, '#0000'),
  'field-border': mix('neutral', 55),
  'field-hover': mix('neutral', 76),
  hairline: shade('neutral-100', mix('neutral', 12, '#0000')),
  line: shade('neutral-150', mix('neutral', 18, '#0000')),
  perf: shade('neutral-300', mix('neutral', 30, '#0000')),
  hover: shade('neutral-50', mix('neutral', 5, '#0000')),
  press: shade('neutral-100', mix('neutral', 9, '#0000')),
  accent: mix('accent-fill', 60, 'var(--usher-text)'),
})

const tints = declare({
  'danger-tint': shade('danger-50', mix('danger', 8)),
  'danger-line': shade('danger-200', mix('danger', 30)),
  'success-tint': shade('success-50', mix('success', 8)),
  'warning-tint': shade('warning-50', mix('warning', 8)),
  'warning-line': shade('warning-200', mix('warning', 30)),
})

const fill = 'var(--usher-accent-fill)'

const brand = declare({
  accent: `light-dark(oklch(from ${fill} min(l,.53) c h),oklch(from ${fill} max(l,.74) c h))`,
  'accent-fill-hover': `var(--usher-accent-fill-600,color-mix(in oklab,${fill} 88%,#000))`,
  'accent-fill-active': `var(--usher-accent-fill-700,color-mix(in oklab,${fill} 76%,#000))`,
  'accent-tint': `var(--usher-accent-fill-50,${mix('accent-fill', 9)})`,
  'on-fill': `oklch(from ${fill} clamp(0,(.6 - l)*999,1) 0 0)`,
})

const brandOnGround = declare({ accent: mix('accent-fill', 60, 'var(--usher-text)') })

const shadow = declare({
  'shadow-control': `0 1px 2px ${mix('shadow', 10, '#0000')}`,
  'shadow-card': `0 1px 2px ${mix('shadow', 8, '#0000')},0 12px 32px -12px ${mix('shadow', 25, '#0000')}`,
  'shadow-overlay': `0 2px 4px ${mix('shadow', 8, '#0000')},0 20px 48px -16px ${mix('shadow', 40, '#0000')}`,
})
