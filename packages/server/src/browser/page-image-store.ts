import type { ImageStore } from '../ports/image-store.ts'
import { createMemoryImageStore } from '../ports/memory-image-store.ts'

/** Keeps pictures in the memory of the page, at addresses which only this page can read. */
export function createPageImageStore(): ImageStore {
  const store = createMemoryImageStore()
  const urls = new Map<string, string>()
  return {
    ...store,
    async put(name, bytes, type) {
      await store.put(name, bytes, type)
      urls.set(name, URL.createObjectURL(new Blob([bytes], { type })))
    },
    async delete(name) {
      await store.delete(name)
      URL.revokeObjectURL(urls.get(name) ?? '')
      urls.delete(name)
    },
    urlOf: (name) => urls.get(name) ?? '',
  }
}
