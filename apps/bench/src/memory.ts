import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { format, type Report } from './measure.ts'
import { inNewFolder, startUsher } from './usher-server.ts'

const budget = 100
const settled = 10_000

/** Resident memory 10 seconds after the start on a new SQLite database, in megabytes of 1,000,000 bytes. */
export async function measureMemory(): Promise<Report> {
  const megabytes = await inNewFolder(async (folder) => {
    const server = await startUsher(folder)
    try {
      await wait(settled)
      return await residentMegabytes(server.pid)
    } finally {
      await server.stop()
    }
  })
  return {
    title: `Memory ${settled / 1000} s after the start on an empty SQLite database`,
    lines: [`resident ${format(megabytes)} MB`],
    verdict: { isKept: megabytes <= budget, text: `${format(megabytes)} of ${budget} MB` },
  }
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null)
  const kibibytes = status === null ? await askPs(pid) : /VmRSS:\s+(\d+)/.exec(status)?.[1]
  return (Number(kibibytes) * 1024) / 1_000_000
}

// Where there is no /proc, as on macOS.
async function askPs(pid: number): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return stdout
}
