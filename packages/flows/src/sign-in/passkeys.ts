import { isWebAuthnAutofillSupported } from '@usher/hooks'
import { readErrors } from '../action/failure.ts'
import { passkeyVerdict } from '../action/passkey-verdict.ts'
import type { FlowTask } from '../action/use-flow-action.ts'
import type { SignInResourceLike } from '../kit/kit.ts'

/** Asks the device for a passkey of the account that was named; `isAnyone` for whichever the person chooses. */
export async function signInWithPasskey(
  signIn: SignInResourceLike,
  isAnyone: boolean,
): Promise<SignInResourceLike> {
  try {
    return await signIn.authenticateWithPasskey(isAnyone ? { flow: 'discoverable' } : {})
  } catch (error) {
    throw passkeyVerdict(error)
  }
}

/** Where a sign-in goes from an answer. */
export type Following = {
  signIn: () => SignInResourceLike
  submit: (task: FlowTask) => Promise<void>
  follow: (next: SignInResourceLike, resume: (task: FlowTask) => void) => ReturnType<FlowTask> | (() => void)
}

// A challenge lives for five minutes: the person gets another one before that.
const renewAfter = 240_000

/** Has the field of the identifier offer passkeys until the person takes one, or the page says stop. */
export async function offerPasskeys(
  { signIn, submit, follow }: Following,
  signal: AbortSignal,
): Promise<void> {
  if (!(await isWebAuthnAutofillSupported())) return
  for (let isOver = false; !isOver && !signal.aborted; ) {
    const turn = new AbortController()
    const end = () => turn.abort()
    const timer = setTimeout(end, renewAfter)
    signal.addEventListener('abort', end)
    try {
      const next = await signIn().authenticateWithPasskey({ flow: 'autofill', signal: turn.signal })
      return await submit(async (resume) => follow(next, resume))
    } catch (error) {
      // What nobody asked for fails in silence; the passkey that the person took does not, and others are offered.
      const isTaken = !signal.aborted && isAboutPasskey(error)
      if (isTaken) await submit(() => Promise.reject(error))
      isOver = !isTaken && !turn.signal.aborted
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
    }
  }
}

const isAboutPasskey = (error: unknown) =>
  readErrors(error).some(({ code }) => /^(passkey|user|verification)_/.test(code))
