import { type ChildProcess, spawn } from 'node:child_process'

/** A long-running program that `npm start` looks after. */
export type Child = {
  name: string
  /** Settles with a sentence when the program ends; rejects never. */
  ended: Promise<string>
  /** Asks the program and everything it started to end, and insists after five seconds. */
  stop(): Promise<void>
}

const patience = 5_000
const hasGroups = process.platform !== 'win32'

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches only us and we stop the programs in order.
 * @param name how the sentence about its end calls it
 */
export function startChild(
  name: string,
  command: string,
  args: string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Child {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: hasGroups,
  })
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`The ${name} could not be started: ${error.message}.`))
    child.on('exit', (code, signal) => resolve(describeEnd(name, code, signal)))
  })
  return { name, ended, stop: () => stopChild(child, ended) }
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signalGroup(child, 'SIGTERM')
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patience)
  await ended
  clearTimeout(insist)
  signalGroup(child, 'SIGKILL')
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (hasGroups) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!isGone) throw error
  }
}

const describeEnd = (name: string, code: number | null, signal: NodeJS.Signals | null) =>
  `The ${name} ended by itself (${signal ? `signal ${signal}` : `exit code ${code}`}); what it said is above.`
