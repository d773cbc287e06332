import { fileURLToPath } from 'node:url'
import { freePort, startNode } from './child-process.ts'
import { load, type Target } from './load.ts'
import { format, median, type Report } from './measure.ts'
import { signUp } from './sign-up.ts'
import { inNewFolder, startUsher } from './usher-server.ts'

const rounds = 5
const roundLength = 2_000
const warmUp = 2_000
const aim = 60

/** Requests per second of `GET /v1/client` of a signed-in browser, beside a bare Hono handler with one indexed read. */
export async function measureClient(): Promise<Report> {
  const { usher, bare } = await inNewFolder(async (folder) => {
    const server = await startUsher(folder)
    const bareServer = await startBareServer()
    try {
      const cookie = await signUp(server.url)
      return await compare(
        { port: server.port, path: '/v1/client', cookie },
        { port: bareServer.port, path: '/person' },
      )
    } finally {
      await Promise.all([server.stop(), bareServer.stop()])
    }
  })
  const share = (median(usher) / median(bare)) * 100
  return {
    title: `GET /v1/client of a signed-in browser on SQLite, median of ${rounds} rounds in turn`,
    lines: [
      `usher serve        ${format(median(usher))} requests/s`,
      `bare Hono handler  ${format(median(bare))} requests/s`,
      `share              ${format(share)} % (aim: ${aim} %)`,
    ],
  }
}

// In turn, so that whatever else the machine does meets both.
async function compare(usherTarget: Target, bareTarget: Target) {
  const usher: number[] = []
  const bare: number[] = []
  for (const target of [usherTarget, bareTarget]) await load(target, warmUp)
  for (let round = 0; round < rounds; round++) {
    usher.push(await load(usherTarget, roundLength))
    bare.push(await load(bareTarget, roundLength))
  }
  return { usher, bare }
}

async function startBareServer() {
  const port = await freePort()
  const script = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
  const child = await startNode([script], { env: { PORT: String(port) }, readyText: 'listening' })
  return { ...child, port }
}
