import type { Deps } from '../deps.ts'
import { reasonOf } from '../reason-of.ts'
import { purge } from '../usecases/purge.ts'

const hour = 3_600_000
/** The first answers come first. */
const afterStart = 30_000

/** Purges soon after the start and then every hour; a failure is logged and tried again an hour later. */
export function purgeHourly(deps: Pick<Deps, 'db' | 'clock' | 'images' | 'log'>): () => void {
  let timer = setTimeout(run, afterStart).unref()
  function run() {
    timer = setTimeout(run, hour).unref()
    purge(deps).catch((error: unknown) =>
      deps.log.warn({ event: 'purge_failed', reason: reasonOf(error) }, 'purge failed'),
    )
  }
  return () => clearTimeout(timer)
}
