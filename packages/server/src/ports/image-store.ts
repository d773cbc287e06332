/** Keeps files under random names. Every call rejects when the store does not answer. */
export type ImageStore = {
  /** Keeps a file whole, or not at all. */
  put(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<void>
  /** Null when there is none of this name. */
  get(name: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Deletes a file; one that is not there counts as deleted. */
  delete(name: string): Promise<void>
  /** Where a page finds a file of this store, when that is not at this server. */
  urlOf?: (name: string) => string
}
