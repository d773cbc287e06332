/** Pages of the profile, by the names of the real client. */
export const profilePages = ['account', 'security'] as const

export type ProfilePageId = (typeof profilePages)[number]

/** Reads the page and the section from `#/security/activeDevices`. */
export function readHash(hash: string): { page: ProfilePageId; section: string | null } {
  const [page, section = null] = hash.replace(/^#\/?/, '').split('/')
  const known = profilePages.find((id) => id === page)
  return { page: known ?? 'account', section: known ? section : null }
}
