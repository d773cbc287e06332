type Props = Record<string, unknown>
type Handler = (event: unknown, ...rest: unknown[]) => unknown

/**
 * Merges the props of a part with those that its consumer gave; a later object wins.
 * Event handlers are composed: the latest runs first, and `event.preventDefault()` in it keeps the earlier ones from running.
 * `className` and `aria-describedby` are joined, `style` is merged, and `undefined` never hides a value.
 */
export function mergeProps(...sources: (Props | undefined)[]): Props {
  const merged: Props = {}
  for (const source of sources) {
    for (const key in source) {
      if (source[key] !== undefined) merged[key] = mergeValue(key, merged[key], source[key])
    }
  }
  return merged
}

function mergeValue(key: string, ours: unknown, theirs: unknown) {
  if (ours === undefined) return theirs
  if (key === 'className' || key === 'aria-describedby') return `${ours} ${theirs}`
  if (key === 'style') return { ...(ours as object), ...(theirs as object) }
  if (/^on[A-Z]/.test(key) && typeof ours === 'function' && typeof theirs === 'function') {
    return compose(theirs as Handler, ours as Handler)
  }
  return theirs
}

function compose(first: Handler, second: Handler): Handler {
  return (event, ...rest) => {
    first(event, ...rest)
    if (!(event as { defaultPrevented?: boolean } | undefined)?.defaultPrevented) second(event, ...rest)
  }
}
