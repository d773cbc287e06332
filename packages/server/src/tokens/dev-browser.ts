import type { Random } from '../ports/random.ts'

const prefix = 'dvb_'
const mark = /^dvb_[0-9a-f]{28}$/

/**
 * Marks a browser of a development instance whose cookie says who it is: backends take every other cookie for signed out
 * without one. It opens nothing.
 */
export const createDevBrowserMark = (random: Random): string =>
  `${prefix}${Array.from(random.bytes(14), (byte) => byte.toString(16).padStart(2, '0')).join('')}`

export const isDevBrowserMark = (value: string): boolean => mark.test(value)

/** The secret of a browser, in the form in which one that may keep no cookie of ours carries it. */
export const toDevBrowser = (secret: string): string => `${prefix}${secret}`

/** The secret that such a browser carries; null when the value is none of ours. */
export const fromDevBrowser = (value: string): string | null =>
  /^dvb_[0-9A-Za-z]{43}$/.test(value) ? value.slice(prefix.length) : null
