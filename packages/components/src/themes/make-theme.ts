import type { Theme, Variables } from '../appearance/types.ts'

/** A colour in the light and in the dark. */
type Pair = readonly [light: string, dark: string]

/** The colours of a theme; whatever it does not name keeps the colour of the kit. */
export type Palette = {
  accent: Pair
  /** The primary button, its label, and what it becomes under the pointer. */
  fill: Pair
  onFill: Pair
  fillHover: Pair
  fillActive: Pair
  accentTint: Pair
  ground: Pair
  sunken: Pair
  stub: Pair
  text: Pair
  muted: Pair
  fieldBorder: Pair
}

const both = ([light, dark]: Pair) => `light-dark(${light},${dark})`

/** Makes a theme that follows the system, or the nearest `data-usher-theme`, as the kit itself does. */
export function makeTheme(name: string, palette: Palette, more: Variables = {}): Theme {
  const { accent, fill, onFill, ground, text, muted } = palette
  const wash = (share: number) => `color-mix(in oklab,${both(text)} ${share}%,#0000)`
  return {
    name,
    variables: {
      colorPrimary: both(fill),
      colorPrimaryForeground: both(onFill),
      colorBackground: both(ground),
      colorForeground: both(text),
      colorMutedForeground: both(muted),
      colorInput: both([ground[0], palette.sunken[1]]),
      '--usher-accent': both(accent),
      '--usher-accent-fill-hover': both(palette.fillHover),
      '--usher-accent-fill-active': both(palette.fillActive),
      '--usher-accent-tint': both(palette.accentTint),
      '--usher-bg-sunken': both(palette.sunken),
      '--usher-bg-raised': `color-mix(in oklab,${both(ground)} 96%,${both(['#fff', '#fff'])})`,
      '--usher-stub': both(palette.stub),
      '--usher-stub-raised': both([palette.stub[0], ground[1]]),
      '--usher-field-border': both(palette.fieldBorder),
      '--usher-field-hover': both(muted),
      '--usher-hairline': wash(11),
      '--usher-line': wash(17),
      '--usher-perf': wash(30),
      '--usher-hover': wash(5),
      '--usher-press': wash(9),
      ...more,
    },
  }
}
