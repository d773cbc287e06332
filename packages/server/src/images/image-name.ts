import type { EncodedImage } from '../ports/image-processor.ts'

const types = { webp: 'image/webp', png: 'image/png' } as const satisfies Record<string, EncodedImage['type']>

/** File name of a picture: its id, which nobody can guess, and what tells its type. */
export const imageName = (id: string, type: EncodedImage['type']): string => `${id}.${type.split('/')[1]}`

/** The id in the name of a picture. */
export const imageId = (name: string): string => name.split('.')[0] ?? ''

/** The type that a name tells; null for one that no picture has. */
export function imageTypeOf(name: string): EncodedImage['type'] | null {
  const ending = name.match(/^img_[0-9A-Za-z]{27}\.(webp|png)$/)?.[1]
  return ending === 'webp' || ending === 'png' ? types[ending] : null
}
