import type { ImageJSON, UserJSON } from '@usher/protocol'
import type { UserRow } from '../../database/schema/users.ts'
import type { Deps } from '../../deps.ts'
import { hueOf } from '../../images/draw-initials.ts'
import { imageId } from '../../images/image-name.ts'

/** The picture of a user, under all its names: their own, else their initials on a colour of their own. */
export function presentImageOf(
  deps: Deps,
  user: UserRow,
  address: string | undefined,
): Pick<UserJSON, 'image_url' | 'has_image' | 'profile_image_url'> {
  const hasImage = user.image_name !== null
  const url =
    user.image_name === null ? defaultImageUrl(deps, user, address) : imageUrl(deps, user.image_name)
  return { image_url: url, has_image: hasImage, profile_image_url: url }
}

/** The answer to an upload. */
export const presentImage = (deps: Deps, name: string): ImageJSON => ({
  object: 'image',
  id: imageId(name),
  name,
  public_url: imageUrl(deps, name),
})

const imageUrl = ({ images, place }: Deps, name: string): string =>
  images.urlOf?.(name) ?? `${place.ownOrigin}/v1/images/${name}`

function defaultImageUrl({ place }: Deps, user: UserRow, address: string | undefined): string {
  const names = user.first_name || user.last_name ? [user.first_name, user.last_name] : [address]
  const initials = names
    .flatMap((name) => (name ? [[...name][0]] : []))
    .join('')
    .toUpperCase()
  return `${place.ownOrigin}/v1/images/default?${new URLSearchParams({ hue: String(hueOf(user.id)), initials })}`
}
