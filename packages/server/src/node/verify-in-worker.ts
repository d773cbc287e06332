import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

// The worker stands beside this file, in the sources as in the build.
const script = new URL(`foreign-password-worker${extname(import.meta.url)}`, import.meta.url)

/**
 * Checks a password against the digest of another system in a thread of its own, so that a costly one holds up nobody.
 * It is needed once a user, who gets a digest of ours at the first sign-in; so no thread is kept waiting for the next.
 */
export async function verifyInWorker(digest: string, password: string): Promise<boolean> {
  const worker = new Worker(script, { workerData: { digest, password } })
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the thread that checks passwords ended without an answer')))
    })
  } finally {
    await worker.terminate()
  }
}
