import type { ImageStore } from './image-store.ts'

/** Keeps pictures in the memory of this process, for tests and stories. */
export function createMemoryImageStore(): ImageStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    async put(name, bytes) {
      files.set(name, bytes)
    },
    get: async (name) => files.get(name) ?? null,
    async delete(name) {
      files.delete(name)
    },
  }
}
