import { spawn } from 'node:child_process'

const parent = process.ppid
const isNpmScript = process.env.npm_lifecycle_event !== undefined

/**
 * Runs a command to its end. Its output goes where ours goes, or is collected when `quiet`; `onOutput` then sees it as
 * it comes.
 * A signal that asks us to stop is passed on, and the end is still awaited.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when the command could not be started
 */
export function run(command, args, { cwd, env, quiet = false, shell = false, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: quiet ? 'pipe' : 'inherit' })
    const stopPassingOn = passSignalsOn(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
        onOutput?.(text)
      })
    }
    child.on('error', (error) => {
      stopPassingOn()
      resolve({ code: 127, output: output + error.message })
    })
    child.on('close', (code, signal) => {
      stopPassingOn()
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output })
    })
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignalsOn(child) {
  const onInterrupt = () => {
    // NOTE: a terminal sends Ctrl-C to the child itself; staying alive until it has stopped is enough
  }
  const onTerminate = () => child.kill('SIGTERM')
  // NOTE: npm sends SIGTERM to a shell between it and us, which ends without passing it on
  const watch = setInterval(() => {
    if (isNpmScript && process.ppid !== parent) onTerminate()
  }, 500)
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onTerminate)
  return () => {
    clearInterval(watch)
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onTerminate)
  }
}
