import { inject } from 'vitest'

type Message = { to: string; code: string | null }

/** Reads the newest code that the server sent to an address, as a person would in the development inbox. */
export async function readCode(address: string, serverUrl = inject('serverUrl')): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const messages: Message[] = await (await fetch(`${serverUrl}/_inbox.json`)).json()
    const code = messages.find(({ to }) => to === address)?.code
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no code for ${address} arrived within 5 s`)
}
