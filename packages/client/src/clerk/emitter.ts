/** A set of listeners. */
export function createEmitter<Value>() {
  const listeners = new Set<(value: Value) => void>()
  return {
    add: (listener: (value: Value) => void) => {
      listeners.add(listener)
    },
    remove: (listener: (value: Value) => void) => {
      listeners.delete(listener)
    },
    isHeard: () => listeners.size > 0,
    emit: (value: Value) => {
      for (const listener of listeners) listener(value)
    },
  }
}
