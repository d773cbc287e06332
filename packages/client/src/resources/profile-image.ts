import type { ImageJSON } from '@usher/protocol'
import type { Api } from '../api.ts'

const path = '/me/profile_image'

/** Gives a user a picture, or takes it away; a file is shown from the moment it is sent. */
export async function changePicture(
  api: Api,
  userId: string,
  file: Blob | string | null,
): Promise<ImageJSON> {
  if (file === null)
    return api.client.foresee(
      userId,
      () => ({ has_image: false }),
      () => api.transport.call(path, { method: 'DELETE' }),
    )
  const body = new FormData()
  body.set('file', file)
  const send = () => api.transport.call<ImageJSON>(path, { method: 'POST', body })
  if (typeof file === 'string') return send()
  const url = URL.createObjectURL(file)
  try {
    return await api.client.foresee(
      userId,
      () => ({ has_image: true, image_url: url, profile_image_url: url }),
      send,
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
