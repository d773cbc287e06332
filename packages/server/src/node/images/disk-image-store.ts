import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImageStore } from '../../ports/image-store.ts'

/**
 * Keeps pictures as files of a folder, which is made with the first of them.
 * @param folder for example `.usher/images`; processes that share a database share the folder too
 */
export function createDiskImageStore(folder: string): ImageStore {
  return {
    async put(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(folder, `${name}.${randomBytes(8).toString('hex')}`)
      try {
        // The file appears whole: a full disk leaves nothing behind under its name.
        await writeFile(draft, bytes, { mode: 0o600 })
        await rename(draft, join(folder, name))
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async get(name) {
      try {
        return new Uint8Array(await readFile(join(folder, name)))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    delete: (name) => rm(join(folder, name), { force: true }),
  }
}
