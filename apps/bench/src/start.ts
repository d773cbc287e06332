import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { format, type Report } from './measure.ts'
import { inNewFolder, startUsher } from './usher-server.ts'

const runs = 9
const budget = 300
// Linux counts the time of a process in hundredths of a second.
const millisecondsPerTick = 10

type Run = { wall: number; cpu: number | null }

/** From `usher serve` on an existing database to the first answer, in milliseconds, beside the bare start of Node. */
export async function measureStart(): Promise<Report> {
  const { bare, starts } = await inNewFolder(async (folder) => {
    await (await startUsher(folder)).stop()
    const bare: number[] = []
    const starts: Run[] = []
    for (let run = 0; run < runs; run++) {
      bare.push(await startBareNode())
      starts.push(await startOnce(folder))
    }
    return { bare, starts }
  })
  // Whatever else the machine does can only add to a start, so the fastest one is nearest to the server's own time.
  const wall = Math.min(...starts.map((run) => run.wall))
  const node = Math.min(...bare)
  const cpu = starts.flatMap((run) => run.cpu ?? [])
  const own = wall - node
  return {
    title: `Start of usher serve on an existing database, fastest of ${runs}`,
    lines: [
      `to the first answer          ${format(wall)} ms`,
      `start of Node alone          ${format(node)} ms`,
      `the server's own time        ${format(own)} ms`,
      ...(cpu.length > 0 ? [`processor time, Node included ${format(Math.min(...cpu))} ms`] : []),
    ],
    verdict: { isKept: own <= budget, text: `${format(own)} of ${budget} ms of its own time` },
  }
}

async function startOnce(folder: string): Promise<Run> {
  const begin = performance.now()
  const server = await startUsher(folder)
  const answer = await fetch(`${server.url}/v1/environment`)
  await answer.arrayBuffer()
  const wall = performance.now() - begin
  const cpu = await processorTime(server.pid)
  await server.stop()
  if (!answer.ok) throw new Error(`The first answer had the status ${answer.status}.`)
  return { wall, cpu }
}

async function startBareNode(): Promise<number> {
  const begin = performance.now()
  const child = spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' })
  await once(child, 'exit')
  return performance.now() - begin
}

async function processorTime(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (text === null) return null
  // Fields 14 and 15; the second field may hold spaces and ends with the last parenthesis.
  const [user, system] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) * millisecondsPerTick
}
