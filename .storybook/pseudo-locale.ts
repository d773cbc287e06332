/// <reference types="vite/types/importMeta.d.ts" />

import type { Catalog } from '@usher/components'

const accents: Record<string, string> = {
  ...{
    a: 'å',
    b: 'ƀ',
    c: 'ç',
    d: 'ð',
    e: 'é',
    f: 'ƒ',
    g: 'ğ',
    h: 'ĥ',
    i: 'î',
    j: 'ĵ',
    k: 'ķ',
    l: 'ļ',
    m: 'ɱ',
  },
  ...{
    n: 'ñ',
    o: 'ö',
    p: 'þ',
    q: 'ɋ',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'û',
    v: 'ṽ',
    w: 'ŵ',
    x: 'ẋ',
    y: 'ý',
    z: 'ž',
  },
  ...{
    A: 'Å',
    B: 'Ɓ',
    C: 'Ç',
    D: 'Ð',
    E: 'É',
    F: 'Ƒ',
    G: 'Ğ',
    H: 'Ĥ',
    I: 'Î',
    J: 'Ĵ',
    K: 'Ķ',
    L: 'Ļ',
    M: 'Ṁ',
  },
  ...{
    N: 'Ñ',
    O: 'Ö',
    P: 'Þ',
    Q: 'Ɋ',
    R: 'Ŕ',
    S: 'Š',
    T: 'Ţ',
    U: 'Û',
    V: 'Ṽ',
    W: 'Ŵ',
    X: 'Ẋ',
    Y: 'Ý',
    Z: 'Ž',
  },
}

const filler = ['øñé', 'ţŵö', 'ţĥŕéé', 'ƒöûŕ', 'ƒîṽé', 'šîẋ', 'šéṽéñ', 'éîğĥţ', 'ñîñé', 'ţéñ']

/**
 * A text as a longer language would have it: accented, two fifths longer, and between brackets, so that it can be read,
 * and seen where it is not translated or cut off. Tokens and `<bold>` stay as they are.
 */
function toPseudo(text: string): string {
  const accented = text
    .split(/(\{\{.*?\}\}|<\/?bold>)/)
    .map((piece, index) =>
      index % 2 ? piece : [...piece].map((letter) => accents[letter] ?? letter).join(''),
    )
    .join('')
  const missing = Math.ceil(text.replace(/\{\{.*?\}\}|<\/?bold>/g, '').length * 0.4)
  let more = ''
  for (let index = 0; more.length < missing; index++) more += ` ${filler[index % filler.length]}`
  return `[${accented}${more}]`
}

type Texts = { readonly [key: string]: string | Texts | undefined }

const toPseudoTexts = (texts: Texts): Catalog =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, typeof text === 'string' ? toPseudo(text) : toPseudoTexts(text)]],
    ),
  )

function merge(one: Catalog, other: Catalog): Catalog {
  const merged = { ...one }
  for (const [key, text] of Object.entries(other)) {
    const before = merged[key]
    merged[key] = typeof before === 'object' && typeof text === 'object' ? merge(before, text) : text
  }
  return merged
}

const modules = import.meta.glob<Record<string, Texts>>('../packages/components/src/messages/en/*.ts', {
  eager: true,
})

/** The English texts of the kit in a language that nobody speaks; `localization` of a provider. */
export const pseudoLocale: Catalog = {
  ...Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((texts) => typeof texts === 'object')
    .map(toPseudoTexts)
    .reduce(merge, {}),
  locale: 'en-US',
}
