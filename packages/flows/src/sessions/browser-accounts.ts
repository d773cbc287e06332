import type { ClientResourceLike, SessionResourceLike } from '../kit/kit.ts'
import type { BrowserAccount } from './sessions.props.ts'

/** The accounts that are signed in in this browser. */
export const browserAccounts = (client: ClientResourceLike | null): BrowserAccount[] =>
  (client?.signedInSessions ?? []).map(accountOf)

function accountOf({ id, publicUserData }: SessionResourceLike): BrowserAccount {
  const { firstName, lastName, identifier, imageUrl, hasImage, userId } = publicUserData
  return {
    sessionId: id,
    userId: userId ?? '',
    name: [firstName, lastName].filter(Boolean).join(' '),
    identifier,
    imageUrl,
    hasImage,
  }
}
