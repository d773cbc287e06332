import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { refuseWhenFull } from '../limits/refuse-when-full.ts'
import { type EncodedImage, UnreadableImageError } from '../ports/image-processor.ts'
import { readImageHeader } from './read-image-header.ts'

/** Bytes of an uploaded picture, and pixels of each of its sides. */
export const mostBytes = 10 * 1024 * 1024
export const longestSide = 8192

const paramName = 'file'

/**
 * Makes a picture anew from its pixels (S62). Throws a 4xx that blames `file` for what is too large or is no PNG,
 * JPEG, GIF or WebP; what its first bytes tell is refused before anything is decoded.
 */
export async function encodePicture(
  { imageProcessor }: Deps,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<EncodedImage> {
  if (bytes.length > mostBytes) throw tooLarge()
  const header = readImageHeader(bytes)
  if (!header) throw noPicture()
  if (Math.max(header.width, header.height) > longestSide)
    throw new ApiError('form_param_exceeds_allowed_size', {
      paramName,
      longMessage: `A picture may have at most ${longestSide} pixels on each side.`,
    })
  try {
    return await refuseWhenFull(() => imageProcessor.encode(bytes))
  } catch (error) {
    throw error instanceof UnreadableImageError ? noPicture() : error
  }
}

/** What is said of a file with more than `mostBytes`. */
export const tooLarge = (): ApiError =>
  new ApiError('payload_too_large', { paramName, longMessage: 'A picture may have at most 10 MB.' })

/** What is said of a file that cannot be read as a picture. */
export const noPicture = (): ApiError =>
  new ApiError('form_param_format_invalid', {
    paramName,
    longMessage: 'The file is no picture that can be read. Send a PNG, JPEG, GIF or WebP.',
  })
