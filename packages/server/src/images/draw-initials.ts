const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The picture of somebody who has none, as SVG: initials on the gradient of their hue, as the kit draws them. */
export function drawInitials(hue: number, initials: string): string {
  const text = initials.replaceAll(/[&<>]/g, (character) => entities[character] ?? '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="256" height="256"><linearGradient id="g" x2="1" y2="1"><stop stop-color="oklch(.93 .045 ${hue})"/><stop offset="1" stop-color="oklch(.84 .085 ${hue + 24})"/></linearGradient><rect width="64" height="64" fill="url(#g)"/><text x="32" y="32" dy=".36em" font-family="system-ui,sans-serif" font-size="24" font-weight="600" text-anchor="middle" fill="oklch(.34 .13 ${hue})">${text}</text></svg>`
}

/** An angle on the colour wheel that is always the same for the same id; the kit reckons it in the same way. */
export function hueOf(id: string): number {
  let hash = 7
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return hash % 360
}
