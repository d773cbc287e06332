import type { VerificationLevel } from '@usher/protocol'
import { ClerkRuntimeError, isClerkAPIResponseError } from '../transport/errors.ts'
import { createEmitter } from './emitter.ts'

/** The person shall prove once more who they are; whoever draws dialogs tells how that ended. */
export type AskedReverification = {
  level: VerificationLevel
  complete: () => void
  /** @param reason what the action rejects with, when not that the person did not want to */
  cancel: (reason?: unknown) => void
}

export type Reverifications = ReturnType<typeof createReverifications>

/** Has whoever draws dialogs ask for a new proof, one at a time. */
export function createReverifications() {
  let asked: AskedReverification | null = null
  let proved: Promise<void> | null = null
  const changed = createEmitter<void>()
  const set = (next: AskedReverification | null) => {
    asked = next
    changed.emit()
  }
  const ask = (level: VerificationLevel): Promise<void> => {
    proved ??= new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        if (asked !== own) return
        proved = null
        set(null)
        settle()
      }
      const own: AskedReverification = {
        level,
        complete: () => end(resolve),
        cancel: (reason = cancelled()) => end(() => reject(reason)),
      }
      set(own)
    })
    return proved
  }
  return {
    get: () => asked,
    subscribe(listener: () => void) {
      changed.add(listener)
      return () => changed.remove(listener)
    },
    ask,
    /** Whether somebody draws dialogs. */
    canAsk: () => changed.isHeard(),
    /**
     * Runs an action; when the server wants a new proof first, asks for it and runs the action once more. Rejects with
     * `reverification_cancelled` when the person does not want to.
     */
    async around<Result>(run: () => Promise<Result>): Promise<Result> {
      try {
        return await run()
      } catch (error) {
        const level = wantedLevel(error)
        if (!level || !changed.isHeard()) throw error
        await ask(level)
        return run()
      }
    },
  }
}

/** What has to be proved before the server does what it refused; null when it refused for another reason. */
export function wantedLevel(error: unknown): VerificationLevel | null {
  if (!isClerkAPIResponseError(error)) return null
  const wanted = error.errors.find(({ code }) => code === 'session_reverification_required')
  if (!wanted) return null
  const { level } = Object(wanted.meta.reverification) as { level?: VerificationLevel }
  return level ?? 'second_factor'
}

/** What an action rejects with whose person did not want to prove who they are. */
export const cancelled = () =>
  new ClerkRuntimeError('The person did not want to prove again who they are.', {
    code: 'reverification_cancelled',
  })
