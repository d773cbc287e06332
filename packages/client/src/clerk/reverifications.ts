import type { VerificationLevel } from '@usher/protocol'
import { createEmitter } from './emitter.ts'

/** The person shall prove once more who they are; whoever draws dialogs tells how that ended. */
export type AskedReverification = {
  level: VerificationLevel
  complete: () => void
  /** @param reason what the action rejects with, when not that the person did not want to */
  cancel: (reason?: unknown) => void
}

export type Reverifications = ReturnType<typeof createReverifications>

/** What whoever draws dialogs is asked for; one proof at a time. */
export function createReverifications() {
  let asked: AskedReverification | null = null
  const changed = createEmitter<void>()
  const reverifications = {
    get: () => asked,
    set(next: AskedReverification | null) {
      asked = next
      changed.emit()
    },
    subscribe(listener: () => void) {
      changed.add(listener)
      return () => changed.remove(listener)
    },
    /** Whether somebody draws dialogs. */
    canAsk: changed.isHeard,
    /**
     * Runs an action; when the server wants a new proof first, asks for it and runs the action once more. Rejects with
     * `reverification_cancelled` when the person does not want to.
     */
    async around<Result>(run: () => Promise<Result>): Promise<Result> {
      try {
        return await run()
      } catch (error) {
        if ((error as { status?: number } | undefined)?.status !== 403) throw error
        await (await import('./ask-again.ts')).askFor(error, reverifications)
        return run()
      }
    },
  }
  return reverifications
}
