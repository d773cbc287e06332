import { hasErrorCode } from '../action/failure.ts'
import type { FlowTask } from '../action/use-flow-action.ts'
import type { useCompletion } from '../completion/use-completion.ts'
import type { SignInResourceLike } from '../kit/kit.ts'
import type { SignInChoice, SignInStep } from './sign-in.machine.ts'
import type { SignInFlowProps } from './sign-in.props.ts'

type Context = ReturnType<typeof useCompletion> & {
  step: SignInStep
  /** The open sign-in, or an empty one to begin with. */
  signIn: () => SignInResourceLike
  go: (choice: SignInChoice | null) => void
  setChoice: (choice: SignInChoice) => void
  onIdentifier: (identifier: string) => void
  judged: <Result>(password: string, work: () => Promise<Result>) => Promise<Result>
}

type Actions =
  | 'submitIdentifier'
  | 'submitPassword'
  | 'submitCode'
  | 'submitNewPassword'
  | 'forgotPassword'
  | 'sendResetCode'
  | 'chooseMethod'
  | 'showMethods'
  | 'back'
  | 'changeIdentity'

/** What a person can do in a sign-in; each submit ends in the next step or throws what the server said. */
export function signInActions(context: Context): Pick<SignInFlowProps, Actions> {
  const { step, signIn, go, submit, finish, setChoice } = context
  const { factor, resetFactor } = step

  const follow = (next: SignInResourceLike, resume: (task: FlowTask) => void) =>
    next.status === 'complete' && next.createdSessionId
      ? finish(next.createdSessionId, resume)
      : () => setChoice({ screen: 'auto' })

  const attempt = (proof: { password: string } | { code: string }) =>
    submit(async (resume) => {
      const given = { strategy: factor?.strategy ?? '', ...proof }
      const isSecond = isAtSecond(signIn()) && 'code' in given
      const next = isSecond ? signIn().attemptSecondFactor(given) : signIn().attemptFirstFactor(given)
      return follow(await next, resume)
    })

  return {
    submitIdentifier: ({ identifier, password }) =>
      submit(async (resume) => {
        context.onIdentifier(identifier)
        return follow(await create(signIn(), identifier, password), resume)
      }),
    submitPassword: attempt,
    submitCode: attempt,
    submitNewPassword: (values) =>
      submit(async (resume) =>
        follow(await context.judged(values.password, () => signIn().resetPassword(values)), resume),
      ),
    forgotPassword: async ({ identifier = '' } = {}) => {
      if (factor) return go({ screen: 'forgot', factor })
      await submit(async () => {
        context.onIdentifier(identifier)
        return toForgot(await create(signIn(), identifier), setChoice)
      })
    },
    sendResetCode: () => go(resetFactor && { screen: 'factor', factor: resetFactor }),
    chooseMethod: (id) => {
      const method = step.methods.find((candidate) => candidate.id === id)
      go(method ? { screen: 'factor', factor: method.factor } : null)
    },
    showMethods: () => go(factor && { screen: 'methods', factor }),
    back: () => go(step.back),
    changeIdentity: () => go({ screen: 'start' }),
  }
}

/** Whether a sign-in waits for its second factor. */
export const isAtSecond = ({ status }: Pick<SignInResourceLike, 'status'>) => status === 'needs_second_factor'

// Somebody who has no password can still have been given one by a password manager.
async function create(signIn: SignInResourceLike, typed: string, password?: string) {
  const identifier = typed.trim()
  if (!identifier) throw missingIdentifier()
  if (!password) return signIn.create({ identifier })
  try {
    return await signIn.create({ identifier, password })
  } catch (error) {
    if (!hasErrorCode(error, 'strategy_for_user_invalid')) throw error
    return signIn.create({ identifier })
  }
}

// An empty identifier would begin a sign-in of nobody.
const missingIdentifier = () =>
  Object.assign(new Error('The identifier is missing.'), {
    status: 422,
    errors: [{ code: 'form_param_nil', message: 'is missing', meta: { paramName: 'identifier' } }],
  })

function toForgot({ supportedFirstFactors }: SignInResourceLike, setChoice: (choice: SignInChoice) => void) {
  const factor = supportedFirstFactors?.find(({ strategy }) => strategy === 'password')
  return () => setChoice(factor ? { screen: 'forgot', factor } : { screen: 'auto' })
}
