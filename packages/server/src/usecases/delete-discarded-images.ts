import type { Deps } from '../deps.ts'
import { reasonOf } from '../reason-of.ts'
import { forgetDiscardedImage, listDiscardedImages } from '../stores/discarded-image-store.ts'

const batch = 500

type Parts = Pick<Deps, 'db' | 'images' | 'log'>

/** Deletes files that were discarded before a time and are still there; says how many went. */
export async function deleteDiscardedImages(deps: Parts, before: number): Promise<number> {
  const names = await listDiscardedImages(deps.db, before, batch)
  let deleted = 0
  for (const name of names) if (await deleteDiscardedImage(deps, name)) deleted += 1
  return deleted
}

/** Deletes a discarded file. When the store does not answer it stays remembered, and is tried again with the purge. */
export async function deleteDiscardedImage({ db, images, log }: Parts, name: string): Promise<boolean> {
  try {
    await images.delete(name)
  } catch (error) {
    const reason = reasonOf(error)
    log.warn({ event: 'image_not_deleted', reason }, 'a picture could not be deleted')
    return false
  }
  await forgetDiscardedImage(db, name)
  return true
}
