import { readPhoneNumber } from '@usher/primitives'
import { hasErrorCode } from '../action/failure.ts'
import type { FlowTask } from '../action/use-flow-action.ts'
import type { useCompletion } from '../completion/use-completion.ts'
import { loaded, type SignInResourceLike } from '../kit/kit.ts'
import { awaitLink } from '../link/await-link.ts'
import { leaveChoosePage } from './choose-page.ts'
import type { NewcomerContext } from './newcomers.ts'
import { passkeyActions } from './passkey.actions.ts'
import type { SignInChoice, SignInStep } from './sign-in.machine.ts'
import type { SignInFlowProps } from './sign-in.props.ts'

type Context = ReturnType<typeof useCompletion> &
  NewcomerContext & {
    step: SignInStep
    go: (choice: SignInChoice | null) => void
    setChoice: (choice: SignInChoice) => void
    onIdentifier: (identifier: string) => void
    /** Nobody may learn who has an account: every sign-in may become a sign-up, and its code tells. */
    areNewcomersSecret: boolean
    judged: <Result>(password: string, work: () => Promise<Result>) => Promise<Result>
  }

type Actions =
  | 'submitIdentifier'
  | 'submitPassword'
  | 'submitCode'
  | 'awaitLink'
  | 'submitNewPassword'
  | 'forgotPassword'
  | 'sendResetCode'
  | 'chooseMethod'
  | 'showMethods'
  | 'back'
  | 'changeIdentity'

type AccountActions = 'chooseAccount' | 'addAccount' | 'signOutAll'

/** What a person can do in a sign-in; each submit ends in the next step or throws what the server said. */
export function signInActions(
  context: Context,
): Pick<SignInFlowProps, Actions | AccountActions> & ReturnType<typeof passkeyActions> {
  const { clerk, step, go, submit, finish, setChoice } = context
  const { factor, resetFactor } = step
  // The open sign-in, or an empty one to begin with.
  const signIn = () => loaded(clerk).signIn

  const follow = (next: SignInResourceLike, resume: (task: FlowTask) => void) =>
    next.status === 'complete' && next.createdSessionId
      ? finish(next.createdSessionId, resume)
      : () => setChoice({ screen: 'auto' })

  const welcome = async (error: unknown, typed: string, resume: (task: FlowTask) => void) => {
    if (!context.options.withSignUp) throw error
    const newcomers = await import('./newcomers.ts')
    return newcomers.welcome(error, { typed, resume }, context)
  }

  const attempt = (proof: { password: string } | { code: string }) =>
    submit(async (resume) => {
      const given = { strategy: factor?.strategy ?? '', ...proof }
      if (isAtSecond(signIn()) && 'code' in given)
        return follow(await signIn().attemptSecondFactor(given), resume)
      try {
        return follow(await signIn().attemptFirstFactor(given), resume)
      } catch (error) {
        return welcome(error, '', resume)
      }
    })

  const begin = (identifier: string, password?: string) =>
    create(signIn(), { identifier, password, ...(context.areNewcomersSecret && { signUpIfMissing: true }) })

  const passkeys = passkeyActions({ signIn, submit, follow, isAnyone: step.name === 'start' })

  return {
    ...passkeys,
    submitIdentifier: ({ identifier, password }) =>
      submit(async (resume) => {
        context.onIdentifier(identifier)
        const read = await withCountry(identifier, context)
        try {
          return follow(await begin(read, password), resume)
        } catch (error) {
          return welcome(error, read, resume)
        }
      }),
    submitPassword: attempt,
    submitCode: attempt,
    awaitLink: (signal) => awaitLink(signIn(), signal, submit, follow),
    submitNewPassword: (values) =>
      submit(async (resume) =>
        follow(await context.judged(values.password, () => signIn().resetPassword(values)), resume),
      ),
    forgotPassword: async ({ identifier = '' } = {}) => {
      if (factor) return go({ screen: 'forgot', factor })
      await submit(async () => {
        context.onIdentifier(identifier)
        return toForgot(await begin(await withCountry(identifier, context)), setChoice)
      })
    },
    sendResetCode: () => go(resetFactor && { screen: 'factor', factor: resetFactor }),
    chooseMethod: (id) => {
      const method = step.methods.find((candidate) => candidate.id === id)
      if (method?.strategy === 'passkey') void passkeys.submitPasskey()
      else go(method ? { screen: 'factor', factor: method.factor } : null)
    },
    showMethods: () => go(factor && { screen: 'methods', factor }),
    back: () => go(step.back),
    changeIdentity: () => go({ screen: 'start' }),
    ...accountActions(context),
  }
}

const accountActions = ({
  clerk,
  go,
  submit,
  finish,
  setChoice,
}: Context): Pick<SignInFlowProps, AccountActions> => ({
  chooseAccount: (sessionId) => submit((resume) => finish(sessionId, resume)),
  addAccount: () => {
    leaveChoosePage()
    go({ screen: 'start' })
  },
  signOutAll: () =>
    submit(async () => {
      await clerk.signOut({})
      return () => setChoice({ screen: 'start' })
    }),
})

/** Whether a sign-in waits for its second factor. */
export const isAtSecond = ({ status }: Pick<SignInResourceLike, 'status'>) =>
  status === 'needs_second_factor' || status === 'needs_client_trust'

// Somebody who has no password can still have been given one by a password manager.
async function create(
  signIn: SignInResourceLike,
  { password, ...given }: { identifier: string; password: string | undefined; signUpIfMissing?: boolean },
) {
  const params = { ...given, identifier: given.identifier.trim() }
  if (!params.identifier) throw missingIdentifier()
  if (!password) return signIn.create(params)
  try {
    return await signIn.create({ ...params, password })
  } catch (error) {
    if (!hasErrorCode(error, 'strategy_for_user_invalid')) throw error
    return signIn.create(params)
  }
}

// Numbers are kept with their country: one without it is of the country that the settings name, or of the browser's.
function withCountry(typed: string, { environment }: Context): string | Promise<string> {
  const use = environment?.user_settings.attributes.phone_number
  if (!use?.used_for_first_factor || !/^[\d\s().-]+$/.test(typed)) return typed
  return readPhoneNumber(typed, use.default_country ?? undefined)
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
