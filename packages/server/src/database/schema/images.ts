/** Files of the image store that belong to nobody, or to nobody yet; they are deleted from there and then from here. */
export type DiscardedImageTable = { name: string; discarded_at: number }
