import { inject } from 'vitest'

type Message = { to: string; code: string | null; link: string | null }

/** Reads the newest code that the server sent to an address, as a person would in the development inbox. */
export const readCode = (address: string, serverUrl = inject('serverUrl')): Promise<string> =>
  readNewest('code', address, serverUrl)

/** Reads the newest link that a server sent to an address. */
export const readLink = (address: string, serverUrl: string): Promise<string> =>
  readNewest('link', address, serverUrl)

async function readNewest(what: 'code' | 'link', address: string, serverUrl: string): Promise<string> {
  for (let tries = 0; tries < 150; tries++) {
    const messages: Message[] = await (await fetch(`${serverUrl}/_inbox.json`)).json()
    const found = messages.find((message) => message.to === address && message[what])?.[what]
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no ${what} for ${address} arrived within 15 s`)
}
