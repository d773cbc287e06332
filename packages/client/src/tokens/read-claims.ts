/** The claims of a session token that a browser looks at; nothing is verified here. */
export type SessionClaims = {
  sid: string
  sub: string
  iat: number
  exp: number
  iss: string
  act?: { sub: string }
  /** Minutes since the first and the second factor; -1 means never. */
  fva?: [number, number]
  /** The status of the session; `pending` while the person has something to do first. */
  sts?: string
  [claim: string]: unknown
}

/** Reads the claims of a token; null when it is no token. */
export function readClaims(jwt: string): SessionClaims | null {
  const [, payload] = jwt.split('.')
  if (!payload) return null
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    )
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
