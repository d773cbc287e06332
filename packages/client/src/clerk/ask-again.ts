import type { VerificationLevel } from '@usher/protocol'
import { ClerkRuntimeError, isClerkAPIResponseError } from '../transport/errors.ts'
import type { AskedReverification, Reverifications } from './reverifications.ts'

const proofs = new WeakMap<AskedReverification, Promise<void>>()

/** Has the person asked for a new proof; who asks while another one does waits for the same. */
export function askAgain({ get, set }: Reverifications, level: VerificationLevel): Promise<void> {
  const open = get()
  const known = open && proofs.get(open)
  if (known) return known
  const { promise, resolve, reject } = withResolvers()
  const end = (settle: () => void) => {
    if (get() !== own) return
    set(null)
    settle()
  }
  const own: AskedReverification = {
    level,
    complete: () => end(resolve),
    cancel: (reason = cancelled()) => end(() => reject(reason)),
  }
  proofs.set(own, promise)
  set(own)
  return promise
}

/** Asks for what an action was refused for want of; throws the refusal when it is another one, or nobody draws dialogs. */
export function askFor(refusal: unknown, reverifications: Reverifications): Promise<void> {
  const level = wantedLevel(refusal)
  if (!level || !reverifications.canAsk()) throw refusal
  return askAgain(reverifications, level)
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

function withResolvers() {
  let resolve = () => {}
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
