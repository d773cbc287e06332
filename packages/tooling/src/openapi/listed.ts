/**
 * The lines that a document lists as code at the start of a list item. `{a,b}` stands for one line with each, and `*` for
 * anything.
 */
export function readListed(markdown: string): string[] {
  return [...markdown.matchAll(/^- `([^`]+)`/gm)].map(([, line]) => line ?? '')
}

/** What was found and is not listed, and what is listed and was not found. */
export function differences(found: string[], listed: string[]): { fresh: string[]; gone: string[] } {
  const patterns = listed.map((line) => ({ line, pattern: toPattern(line) }))
  return {
    fresh: found.filter((line) => !patterns.some(({ pattern }) => pattern.test(line))).sort(),
    gone: patterns
      .filter(({ pattern }) => !found.some((line) => pattern.test(line)))
      .map(({ line }) => line)
      .sort(),
  }
}

// A parameter of a path, `{user_id}`, holds no comma.
function toPattern(line: string): RegExp {
  const escaped = line.replace(/[.+?^$()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  const pattern = escaped.replace(/\{([^{}]*)\}/g, (_, inside: string) =>
    inside.includes(',') ? `(?:${inside.split(',').join('|')})` : `\\{${inside}\\}`,
  )
  return new RegExp(`^${pattern}$`)
}
