import type { UpdateMeFields } from '@usher/protocol'
import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import { contactKinds } from '../database/schema/contacts.ts'
import type { UserTable } from '../database/schema/users.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { readMetadata } from '../metadata/read-metadata.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import {
  type ChangedMe,
  type CheckedPassword,
  checkNewPassword,
  checkRemoval,
  writePassword,
} from './change-password.ts'
import { choosePrimaryContact } from './choose-primary-contact.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'
import { readProfileUsername } from './read-username.ts'
import { refuseTaken } from './refuse-taken.ts'
import { requireReverification } from './require-reverification.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'
import { sendNotice } from './send-notice.ts'
import { writeAudit } from './write-audit.ts'

/** Changes the profile of the person who is signed in; all of it or nothing. */
export async function updateMe(
  deps: Deps,
  { caller, fields }: { caller: Caller; fields: UpdateMeFields },
): Promise<ChangedMe> {
  const wayIn = waysIn.find((name) => fields[name] !== undefined)
  if (wayIn) await refuseStranger(deps, caller, wayIn)
  const before = await readUser(deps, caller.session.user_id)
  const { id } = before.user
  const values = await readProfile(deps, before, fields)
  const password = await readPassword(deps, caller, before, fields)
  const clientSecret = await refuseTaken('username', () =>
    inTransaction(deps.db, async (trx) => {
      if (password) await writePassword(deps, trx, caller, password)
      await updateUser(trx, id, { ...values, updated_at: deps.clock.now() })
      for (const kind of contactKinds) {
        const chosen = fields[contacts[kind].primaryColumn]
        if (chosen !== undefined) await choosePrimaryContact(deps, trx, { kind, userId: id, id: chosen })
      }
      await writeAudit(deps, trx, { event: 'user_updated', userId: id, caller })
      return password && rotateClientSecret(deps, trx, caller.client)
    }),
  )
  announceUser(deps, id, 'user.updated')
  tell(deps, { caller, before, password, fields })
  return { user: await readUser(deps, id), clientSecret }
}

/** What somebody is told who acts as a user and would change how that user signs in. */
export const actorsMayNot =
  'Whoever acts as somebody else may see and change the profile, but not how that person signs in.'

const waysIn = ['password', 'username', ...contactKinds.map((kind) => contacts[kind].primaryColumn)] as const

// Neither somebody who acts as the user, nor somebody who has only found the browser open (S37).
async function refuseStranger(deps: Deps, caller: Caller, paramName: string): Promise<void> {
  if (caller.session.actor !== null)
    throw new ApiError('action_blocked', { paramName, longMessage: actorsMayNot })
  await requireReverification(deps, caller)
}

function tell(
  deps: Deps,
  {
    caller: { device },
    before,
    password,
    fields,
  }: { caller: Caller; before: UserView; password: CheckedPassword | null; fields: UpdateMeFields },
): void {
  if (password) {
    const change = password.after === null ? 'password_removed' : 'password_changed'
    sendNotice(deps, { change, before, device })
  }
  for (const kind of contactKinds) {
    const chosen = fields[contacts[kind].primaryColumn]
    if (chosen !== undefined && chosen !== before.user[contacts[kind].primaryColumn])
      sendNotice(deps, { change: `primary_${kind}_changed`, before, device })
  }
}

async function readProfile(
  deps: Deps,
  view: UserView,
  fields: UpdateMeFields,
): Promise<Updateable<UserTable>> {
  const { settings } = deps
  return {
    ...(await readProfileUsername(deps, view, fields.username)),
    ...readName('first_name', fields.first_name, settings.firstName),
    ...readName('last_name', fields.last_name, settings.lastName),
    ...(fields.locale === undefined ? {} : { locale: fields.locale }),
    ...(fields.unsafe_metadata
      ? { unsafe_metadata: await readMetadata(deps, 'unsafe_metadata', fields.unsafe_metadata) }
      : {}),
  }
}

function readName(
  paramName: 'first_name' | 'last_name',
  value: string | null | undefined,
  use: 'off' | 'optional' | 'required',
): Updateable<UserTable> {
  if (value === undefined) return {}
  const name = value?.trim().normalize('NFC') || null
  if (name !== null && use === 'off') throw new ApiError('form_param_unknown', { paramName })
  if (name === null && use === 'required') throw new ApiError('form_param_nil', { paramName })
  return { [paramName]: name }
}

function readPassword(
  deps: Deps,
  caller: Caller,
  view: UserView,
  { password, current_password: current }: UpdateMeFields,
): Promise<CheckedPassword> | null {
  if (password === undefined) return null
  if (password === null) return checkRemoval(deps, caller, view, current)
  return checkNewPassword(deps, caller, view, { current, next: password, paramName: 'password' })
}
