import { ApiError } from '../api-error.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { encodePicture } from '../images/encode-picture.ts'
import { imageName } from '../images/image-name.ts'
import { discardImage, forgetDiscardedImage } from '../stores/discarded-image-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import type { UserView } from './client-view.ts'
import { deleteDiscardedImage } from './delete-discarded-images.ts'
import { readUser } from './read-user.ts'
import { writeAudit } from './write-audit.ts'

type Change = {
  userId: string
  /** Absent when a backend did it. */
  caller?: Caller
}

export type ChangedImage = {
  user: UserView
  /** The file that was made, or the one that was taken away; null when there was none. */
  name: string | null
}

/**
 * Gives a user a picture, made anew from the one that was uploaded (S62); the one before it is deleted. Throws a 4xx
 * for what is no picture or too large, and `image_storage_failed` when it cannot be kept.
 */
export async function setProfileImage(
  deps: Deps,
  { bytes, ...change }: Change & { bytes: Uint8Array<ArrayBuffer> },
): Promise<ChangedImage> {
  await readUser(deps, change.userId)
  const encoded = await encodePicture(deps, bytes)
  const name = imageName(createId(deps.random, 'img'), encoded.type)
  // It counts as discarded until it has found its owner: whatever fails from here on, the purge deletes it.
  await discardImage(deps.db, name, deps.clock.now())
  await deps.images.put(name, encoded.bytes, encoded.type).catch((cause: unknown) => {
    throw storageFailed(deps, cause)
  })
  await exchangeImage(deps, change, name)
  return { user: await readUser(deps, change.userId), name }
}

/** Takes the picture from a user; who has none is left unchanged. */
export async function removeProfileImage(deps: Deps, change: Change): Promise<ChangedImage> {
  const { user } = await readUser(deps, change.userId)
  const name = user.image_name === null ? null : await exchangeImage(deps, change, null)
  return { user: await readUser(deps, change.userId), name }
}

/** Notes what a store said, and gives the error that a caller is told. */
export function storageFailed({ log }: Pick<Deps, 'log'>, cause: unknown): ApiError {
  const reason = cause instanceof Error ? cause.name : 'unknown'
  log.error({ event: 'image_storage_failed', reason }, 'the image store does not answer')
  return new ApiError('image_storage_failed')
}

/** Returns the file that the user had before. */
async function exchangeImage(
  deps: Deps,
  { userId, caller }: Change,
  name: string | null,
): Promise<string | null> {
  const before = await inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    // Written first, so that of two changes at once each sees what the other one left.
    const user = await updateUser(trx, userId, { updated_at: now })
    if (!user) throw new ApiError('resource_not_found')
    if (name !== null && !(await forgetDiscardedImage(trx, name))) throw new ApiError('image_storage_failed')
    if (user.image_name !== null) await discardImage(trx, user.image_name, now)
    await updateUser(trx, userId, { image_name: name })
    const event = name === null ? 'picture_removed' : 'picture_changed'
    await writeAudit(deps, trx, { event, userId, ...(caller && { caller }) })
    return user.image_name
  })
  announceUser(deps, userId, 'user.updated')
  if (before !== null) await deleteDiscardedImage(deps, before)
  return before
}
