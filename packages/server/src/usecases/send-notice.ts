import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { contacts } from '../identifiers/contact.ts'
import { type Change, noticeMail } from '../mail/notice-mail.ts'
import { reasonOf } from '../reason-of.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'

export type NoticeInput = {
  change: Change
  /** The account as it was before: whoever takes it over has not chosen this address. */
  before: Pick<UserView, 'user' | 'contacts'>
  /** What made the change; absent when a backend did. */
  device?: Device
}

/**
 * Tells the owner of an account about a change at the primary address from before it (S38); called after the commit.
 * The change stands whether or not the mail can be delivered.
 */
export function sendNotice(deps: Deps, { change, before, device }: NoticeInput): void {
  const address = primaryAddressOf(before)
  if (!address || address.verified_at === null) return
  const to = address.value_norm
  if (deps.settings.testMode && contacts.email_address.isForTests(to)) return
  const name = deps.settings.applicationName
  const mail = noticeMail({ to, change, name, device: device ?? null, at: deps.clock.now() })
  deps.mail.send(mail).catch((error: unknown) => {
    deps.log.warn({ event: 'mail_failed', reason: reasonOf(error) }, 'a notice could not be sent')
  })
}

/** The same for a backend that asks for it, when the primary address is another one than before. */
export async function noticeOfNewPrimary(deps: Deps, before: NoticeInput['before']): Promise<void> {
  const after = await readUser(deps, before.user.id)
  if (primaryAddressOf(before)?.value_norm !== primaryAddressOf(after)?.value_norm)
    sendNotice(deps, { change: 'primary_email_address_changed', before })
}

const primaryAddressOf = ({ user, contacts: own }: NoticeInput['before']) =>
  own.find(({ id }) => id === user.primary_email_address_id)
