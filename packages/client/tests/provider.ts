import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { TestProvider } from '@usher/testing'

/** Starts a real OpenID provider beside the page, in which `ada` has an account. */
export function startProvider(): Promise<{ settings: TestProvider['settings']; process: ChildProcess }> {
  const script = join(import.meta.dirname, 'provider-process.ts')
  const process = fork(script, { execArgv: ['--conditions=@usher/source'], stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    process.once('message', (settings) =>
      resolve({ settings: settings as TestProvider['settings'], process }),
    )
    process.once('exit', (code) => reject(new Error(`the provider ended with ${code}`)))
  })
}
