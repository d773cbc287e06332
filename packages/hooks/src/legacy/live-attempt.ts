const known = new WeakMap<object, object>()

/**
 * An attempt that is what its last action made of it, for code that goes on with the object it began with:
 * `await signUp.create(…); await signUp.prepareEmailAddressVerification()`.
 */
export function liveAttempt<Attempt extends object>(attempt: Attempt): Attempt {
  const live = known.get(attempt) ?? follow(attempt)
  known.set(attempt, live)
  return live as Attempt
}

function follow<Attempt extends object>(attempt: Attempt): Attempt {
  let latest = attempt
  const isAttempt = (value: unknown): value is Attempt =>
    typeof value === 'object' && value !== null && 'reload' in value
  return new Proxy(attempt, {
    get(_, key) {
      const member: unknown = Reflect.get(latest, key)
      if (typeof member !== 'function') return member
      return (...given: unknown[]) => {
        const result = member(...given)
        if (!(result instanceof Promise)) return result
        return result.then((next) => {
          if (isAttempt(next)) latest = next
          return next
        })
      }
    },
  })
}
