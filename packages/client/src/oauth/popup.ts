import type { Api } from '../api.ts'

const every = 400

/** The page of the server at which a way in a window of its own ends. */
export const popupPage = ({ transport }: Api, back: string): string =>
  `${transport.baseUrl}/v1/popup_callback?${new URLSearchParams({ return_url: back })}`

/** Sends a window to a provider; resolves to what became of the attempt once that window has closed. */
export async function openPopup<Json>(
  api: Api,
  { popup, url, path }: { popup: Window; url: string; path: string },
): Promise<Json> {
  popup.location.href = url
  await untilClosed(popup, new URL(api.transport.baseUrl).origin)
  popup.close()
  return api.transport.call<Json>(path)
}

// Some providers cut the tie between the two windows: then only the closing tells.
function untilClosed(popup: Window, serverOrigin: string): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(timer)
      window.removeEventListener('message', hear)
      resolve()
    }
    const hear = ({ origin, source, data }: MessageEvent) => {
      if (origin === serverOrigin && source === popup && data?.usher === 'popup') end()
    }
    const timer = setInterval(() => {
      if (popup.closed) end()
    }, every)
    window.addEventListener('message', hear)
  })
}
