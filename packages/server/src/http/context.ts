import type { Context } from 'hono'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'

/** Carries cookies for a caller whose Request and Response cannot: the in-page server of tests and stories. */
export type CookieJar = {
  get(name: string): string | undefined
  /** `maxAge` in seconds; 0 deletes the cookie. */
  set(name: string, value: string, options: { maxAge: number; httpOnly: boolean }): void
}

/** What a device says of itself, and where it calls from. */
export type Device = { userAgent: string; ipAddress: string | null }

export type AppEnv = {
  Bindings: { jar?: CookieJar; device?: Device }
  Variables: {
    deps: Deps
    traceId: string
    /** Date of the wire version asked for; absent means 2021-02-05. */
    apiVersion: string
    device: Device
    /** The browser behind the request, once its cookie was recognised. */
    client: ClientRow | null
  }
}

export type AppContext = Context<AppEnv>
