/** Makes a resource once for each piece of JSON and context, so that what did not change keeps its identity. */
export function memo<JSON extends object, Context extends object, Resource>(
  make: (json: JSON, context: Context) => Resource,
) {
  const contexts = new WeakMap<Context, WeakMap<JSON, Resource>>()
  return (json: JSON, context: Context): Resource => {
    const known = contexts.get(context) ?? new WeakMap<JSON, Resource>()
    contexts.set(context, known)
    const resource = known.get(json) ?? make(json, context)
    known.set(json, resource)
    return resource
  }
}

export const toDate = (time: number | null | undefined): Date | null =>
  time === null || time === undefined ? null : new Date(time)
