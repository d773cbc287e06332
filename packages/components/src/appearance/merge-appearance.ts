import type { Appearance, ElementStyle, Elements, Options, Variables } from './types.ts'

/** All that was said about the look, weakest first in each list. */
export type ResolvedAppearance = { variables: Variables; options: Options; elements: Elements[] }

export const emptyAppearance: ResolvedAppearance = { variables: {}, options: {}, elements: [] }

/** Lays appearances over one another; a later one wins, and the themes inside one are weaker than itself. */
export function mergeAppearance(
  base: ResolvedAppearance,
  ...layers: (Appearance | undefined)[]
): ResolvedAppearance {
  const flat = layers.flatMap((layer) =>
    layer ? [...([layer.theme ?? layer.baseTheme ?? []].flat() as Appearance[]), layer] : [],
  )
  return {
    variables: Object.assign({}, base.variables, ...flat.map((layer) => layer.variables)),
    options: Object.assign({}, base.options, ...flat.flatMap((layer) => [layer.layout, layer.options])),
    elements: [...base.elements, ...flat.flatMap((layer) => (layer.elements ? [layer.elements] : []))],
  }
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
