const entities: Record<string, string> = {
  '&': '%26amp;',
  '<': '%26lt;',
  '>': '%26gt;',
  '#': '%23',
  '%': '%25',
}

/** The picture of somebody who has none: initials on a colour of their own, as a `data:` address. */
export function defaultImageUrl(id: string, names: (string | null | undefined)[]): string {
  const initials = names
    .flatMap((name) => (name ? [[...name][0]] : []))
    .slice(0, 2)
    .join('')
    .toUpperCase()
  const hue = [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 360, 7)
  const text = initials.replaceAll(/[&<>#%]/g, (character) => entities[character] ?? '')
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><rect width='64' height='64' fill='hsl(${hue} 70%25 90%25)'/><text x='32' y='41' font-family='system-ui' font-size='26' font-weight='600' text-anchor='middle' fill='hsl(${hue} 60%25 25%25)'>${text}</text></svg>`
}
