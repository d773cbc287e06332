import type { Context } from 'hono'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'

export type CookieOptions = {
  /** Seconds; 0 deletes the cookie. */
  maxAge: number
  httpOnly: boolean
  /** The host alone without it. */
  domain?: string | null
}

/** Carries cookies for a caller whose Request and Response cannot: the in-page server of tests and stories. */
export type CookieJar = {
  get(name: string): string | undefined
  set(name: string, value: string, options: CookieOptions): void
}

/** What a caller may hand over beside the request, because a page's Request drops it or a socket knows it. */
export type Bindings = {
  jar?: CookieJar
  /** Origin of the page, where the request cannot carry it. */
  origin?: string
  userAgent?: string
  /** What stood before `/v1` in the path: `/__clerk`, or nothing. */
  mount?: string
  /** Address of the caller, from the socket or a trusted proxy; never from a header that anybody may send (S47). */
  ipAddress?: string
}

export type AppEnv = {
  Bindings: Bindings
  /** `c.var` makes an object of all of them each time: what every request passes takes one with `c.get`. */
  Variables: {
    deps: Deps
    traceId: string
    origin: string | null
    device: Device
    /** A testing token came along. */
    isTestRun: boolean
    /** How the browser carries its secret. */
    carrier: 'cookie' | 'header' | 'dev_browser'
    /** What the browser carried when the request came in. */
    clientSecret: string | null
    /** Stamped before anything was read for this request. */
    revision: number
    /** The browser behind the request, once its cookie was recognised. */
    client: ClientRow | null
  }
}

export type AppContext = Context<AppEnv>
