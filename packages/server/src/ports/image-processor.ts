/** A picture as it is kept and handed out: made anew from its pixels, so that nothing else is in it. */
export type EncodedImage = { bytes: Uint8Array<ArrayBuffer>; type: 'image/webp' | 'image/png' }

/** Longest side of a kept picture in pixels; a larger one is made smaller. */
export const longestKeptSide = 1024

/** Makes pictures anew: upright, without any metadata, at most `longestKeptSide` long. */
export type ImageProcessor = {
  /** Rejects with `UnreadableImageError`, or with `QueueFullError` when too many pictures wait. */
  encode(bytes: Uint8Array<ArrayBuffer>): Promise<EncodedImage>
}

/** Thrown for what begins like a picture and is none. */
export class UnreadableImageError extends Error {
  override readonly name = 'UnreadableImageError'
}
