import { format, median, type Report } from './measure.ts'
import { person, signUp } from './sign-up.ts'
import { inNewFolder, lockAfter, startUsher } from './usher-server.ts'

const tries = 500
const crowd = 200
const budget = 200

type Calm = { known: number[]; unknown: number[] }
type Crowd = { waits: number[]; statuses: Map<number, number> }

/** What a sign-in costs: it takes as long for a stranger (S16), and a crowd of them keeps nobody else waiting (S14). */
export async function measureSignIn(): Promise<Report> {
  const { calm, busy } = await inNewFolder(async (folder) => {
    const server = await startUsher(folder)
    try {
      const cookie = await signUp(server.url)
      return { calm: await compare(server.url), busy: await withCrowd(server.url, cookie) }
    } finally {
      await server.stop()
    }
  })
  const known = median(calm.known)
  const unknown = median(calm.unknown)
  const p99 = percentile(busy.waits, 0.99)
  const answers = Array.from(busy.statuses, ([status, count]) => `${count} with ${status}`).join(', ')
  return {
    title: `Sign-ins with a wrong password, median of ${tries}, and ${crowd} right ones at once`,
    lines: [
      `known address      ${format(known)} ms`,
      `unknown address    ${format(unknown)} ms`,
      `difference         ${format(Math.abs(known - unknown))} ms, ${format((Math.abs(known - unknown) / known) * 100)} % (aim: 5 ms or 5 %)`,
      `the ${crowd} at once    answered ${answers}`,
      `GET /v1/client     meanwhile: median ${format(median(busy.waits))} ms, 99th of 100 ${format(p99)} ms, ${busy.waits.length} asked`,
    ],
    verdict: { isKept: p99 < budget, text: `99th of 100 within ${format(p99)} of ${budget} ms` },
  }
}

// In turn, so that whatever else the machine does meets both.
async function compare(url: string): Promise<Calm> {
  const calm: Calm = { known: [], unknown: [] }
  const password = 'wrong horse battery staple'
  for (let index = 0; index < tries; index++) {
    // A right one in between, so that the account is not locked.
    if (index % (lockAfter / 2) === 0) await signIn(url, person.email_address, person.password)
    calm.known.push(await timed(() => signIn(url, person.email_address, password)))
    calm.unknown.push(await timed(() => signIn(url, `nobody-${index}@example.com`, password)))
  }
  return calm
}

async function withCrowd(url: string, cookie: string): Promise<Crowd> {
  const statuses = new Map<number, number>()
  const waits: number[] = []
  let isOver = false
  const people = Array.from({ length: crowd }, async () => {
    const status = await signIn(url, person.email_address, person.password)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
  const everybody = Promise.allSettled(people).finally(() => {
    isOver = true
  })
  while (!isOver) waits.push(await timed(() => readClient(url, cookie)))
  // The first error of a sign-in, if there was one; whatever else went wrong was told before.
  await everybody
  await Promise.all(people)
  return { waits, statuses }
}

async function signIn(url: string, identifier: string, password: string): Promise<number> {
  const response = await fetch(`${url}/v1/client/sign_ins`, {
    method: 'POST',
    headers: { origin: 'http://localhost:5173' },
    body: new URLSearchParams({ identifier, password, strategy: 'password' }),
  })
  await response.arrayBuffer()
  return response.status
}

async function readClient(url: string, cookie: string): Promise<void> {
  const response = await fetch(`${url}/v1/client`, { headers: { cookie } })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`GET /v1/client was answered with ${response.status}.`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}
