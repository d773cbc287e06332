import type { UserView } from './client-view.ts'

/** What a person is known by outside: the primary address, else another one or whatever there is. */
export function knownAs({ user, contacts }: Pick<UserView, 'user' | 'contacts'>): string {
  const primary = contacts.find(({ id }) => id === user.primary_email_address_id) ?? contacts[0]
  return primary?.value ?? user.username ?? user.id
}
