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
      `database           ${await countQueries()} queries a request`,
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

/** Counted in this process, because a server tells nobody what it asks its database. */
async function countQueries(): Promise<number> {
  // Loaded here, where the server is known to be built.
  const { createTestServer } = await import('@usher/server/testing')
  const queries: string[] = []
  const server = await createTestServer({ onQuery: (sql) => queries.push(sql) })
  const browser = server.browser()
  const given = { email_address: 'ada@example.com', password: 'correct horse battery staple' }
  const { body } = await browser.post('/v1/client/sign_ups', given)
  const path = `/v1/client/sign_ups/${body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  const code = server.inbox.code(given.email_address)
  await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })
  queries.length = 0
  const client = await browser.get('/v1/client')
  if (client.body.response.sessions.length !== 1) throw new Error('nobody is signed in')
  await server.close()
  return queries.length
}

async function startBareServer() {
  const port = await freePort()
  const script = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
  const child = await startNode([script], { env: { PORT: String(port) }, readyText: 'listening' })
  return { ...child, port }
}
