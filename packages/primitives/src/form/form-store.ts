/** What the fields of a form hold. The name of a field may be a path: `address.city`, `people.0.name`. */
export type Values = Record<string, unknown>

/** A native control that a form reads. */
export type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The values of a form: what its controls hold, and what was typed into those that left the screen. */
export interface FormStore {
  /** The controls on screen, by name. */
  controls: Map<string, FormControl>
  /** What a control's text means to the form, where that is something else. */
  conversions: Map<string, (text: string) => unknown>
  /** The value under a name; `undefined` when nobody put one there. */
  get: (name: string) => unknown
  /** Remembers what a control holds now. */
  keep: (name: string) => void
  /** All values, those on screen as the controls hold them: password managers change them without an event. */
  read: () => Values
}

/** @param defaults what the fields hold at first; it stays as it is */
export function createFormStore(defaults: object | undefined): FormStore {
  let values: Values = { ...defaults }
  const controls = new Map<string, FormControl>()
  const conversions = new Map<string, (text: string) => unknown>()
  const keep = (name: string) => {
    const control = controls.get(name)
    if (!control) return
    const convert = conversions.get(name) ?? ((text) => text)
    const isCheckbox = control instanceof HTMLInputElement && control.type === 'checkbox'
    const value = isCheckbox ? control.checked : convert(control.value)
    values = put(values, name.split('.'), value) as Values
  }
  return {
    controls,
    conversions,
    get: (name) => name.split('.').reduce<unknown>((part, key) => (part as Values | null)?.[key], values),
    keep,
    read() {
      for (const name of controls.keys()) keep(name)
      return { ...values }
    },
  }
}

/** The same values with another one at the end of a path. What leads there is copied, what stands beside it is not. */
function put(part: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value
  const isList = Array.isArray(part) || (part == null && /^\d+$/.test(key))
  const copy = isList ? [...((part as unknown[]) ?? [])] : { ...(part as Values) }
  return Object.assign(copy, { [key]: put((part as Values | null | undefined)?.[key], rest, value) })
}
