import { connect, createServer } from 'node:net'

/** Tells whether something listens on a loopback port already, on IPv4 or IPv6. */
export async function isPortTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => accepts(host, port)))
  return answers.includes(true)
}

/**
 * Asks `url` until it answers with 200.
 * @param milliseconds after which the answer is `false`
 * @param isCancelled ends the waiting early
 */
export async function waitForAnswer(
  url: string,
  milliseconds: number,
  isCancelled: () => boolean = () => false,
): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (Date.now() < deadline && !isCancelled()) {
    if (await answers(url)) return true
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  return false
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

const accepts = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port })
    const finish = (isTaken: boolean) => {
      socket.destroy()
      resolve(isTaken)
    }
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
    socket.setTimeout(1_000, () => finish(false))
  })

/** A port on which nothing listens now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
