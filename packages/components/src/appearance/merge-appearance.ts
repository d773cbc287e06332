import type { Appearance, ElementStyle, Elements, Options, Theme, Variables } from './types.ts'

/** All that was said about the look, weakest first in each list. */
export type ResolvedAppearance = {
  variables: Variables
  options: Options
  elements: Elements[]
  /** The cascade layer for rules of `elements`. */
  layer?: string | undefined
  /** Plain cards: no notches, no shadows. */
  isSimple?: boolean | undefined
  /** The theme was made for a light ground and stays so. */
  isLight?: boolean | undefined
  /** For the style tag under a strict Content-Security-Policy. */
  nonce?: string | undefined
}

export const emptyAppearance: ResolvedAppearance = { variables: {}, options: {}, elements: [] }

type Layer = Exclude<Theme, string>

// The themes inside a layer are weaker than itself, and theirs weaker still.
const flatten = (layer: Theme | undefined): Layer[] => {
  if (!layer || layer === 'clerk') return []
  if (layer === 'simple') return [{ simpleStyles: true }]
  return [...[layer.theme ?? layer.baseTheme ?? []].flat().flatMap(flatten), layer]
}

/** Lays appearances over one another; a later one wins, and the themes inside one are weaker than itself. */
export function mergeAppearance(
  base: ResolvedAppearance,
  ...layers: (Appearance | undefined)[]
): ResolvedAppearance {
  const merged: ResolvedAppearance = {
    ...base,
    variables: { ...base.variables },
    options: { ...base.options },
    elements: [...base.elements],
  }
  for (const layer of layers.flatMap(flatten)) {
    addVariables(merged.variables, layer.variables ?? {})
    Object.assign(merged.options, layer.layout, layer.options)
    if (typeof layer.elements === 'object') merged.elements.push(layer.elements)
    merged.layer = layer.cssLayerName ?? merged.layer
    merged.isSimple ||= layer.simpleStyles
    merged.isLight ||= layer.__type && true
  }
  return merged
}

/** Whether the app said anything that needs a style sheet. */
export const hasSheet = ({ variables, elements }: ResolvedAppearance): boolean =>
  Object.keys(variables).length > 0 ||
  elements.some((keys) => Object.values(keys).some((style) => typeof style === 'object'))

// A new colour or radius puts away the tokens that a weaker theme made from its own.
function addVariables(all: Variables, own: Variables): void {
  const made = [
    own.colorBackground ? /^--/ : null,
    own.colorPrimary ? /^--usher-accent/ : null,
    own.borderRadius ? /^--usher-radius/ : null,
  ]
  for (const name of Object.keys(all))
    if (made.some((names) => names?.test(name))) delete all[name as keyof Variables]
  Object.assign(all, own)
}

/** Everything said about an element, weakest first: for the key, then with its id, then with its state. */
export function elementStyles(
  elements: Elements[],
  key: string,
  id?: string,
  state?: string,
): ElementStyle[] {
  const withId = id && `${key}__${id}`
  const keys = [key, withId, state && `${key}__${state}`, withId && state && `${withId}__${state}`]
  const styles = keys.flatMap((name) => (name ? elements.map((layer) => layer[name]) : []))
  return styles.filter((style) => style !== undefined)
}
