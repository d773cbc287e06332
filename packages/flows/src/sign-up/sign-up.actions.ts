import { emptyFields, hasErrorCode } from '../action/failure.ts'
import type { FlowTask } from '../action/use-flow-action.ts'
import { queryValue } from '../completion/query-value.ts'
import type { useCompletion } from '../completion/use-completion.ts'
import type { ClerkLike, SignUpResourceLike } from '../kit/kit.ts'
import { awaitLink } from '../link/await-link.ts'
import type { SignUpChoice, SignUpField, SignUpStep } from './sign-up.machine.ts'
import type { SignUpFlowOptions, SignUpFlowProps, SignUpValues } from './sign-up.props.ts'

type Context = ReturnType<typeof useCompletion> & {
  clerk: ClerkLike
  takenEmailAddress: string | null
  step: SignUpStep
  fields: SignUpField[]
  /** The first step shows an open sign-up again. */
  isChange: boolean
  options: SignUpFlowOptions
  /** The open sign-up, or an empty one to begin with. */
  signUp: () => SignUpResourceLike
  go: (choice: SignUpChoice) => void
  setChoice: (choice: SignUpChoice) => void
  onValues: (values: SignUpValues) => void
  judged: <Result>(password: string | undefined, work: () => Promise<Result>) => Promise<Result>
}

type Actions =
  | 'submit'
  | 'submitCode'
  | 'awaitLink'
  | 'useOtherMethod'
  | 'changeEmailAddress'
  | 'signInInstead'

/** What a person can do in a sign-up; each submit ends in the next step or throws what the server said. */
export function signUpActions(context: Context): Pick<SignUpFlowProps, Actions> {
  const { step, fields, isChange, signUp, options, submit, finish, setChoice } = context

  const follow = (next: SignUpResourceLike, resume: (task: FlowTask) => void) =>
    next.status === 'complete' && next.createdSessionId
      ? finish(next.createdSessionId, resume)
      : () => setChoice({ screen: 'auto' })

  const save = async (values: SignUpValues) => {
    const params = filled(values)
    // A sign-up without them would begin, and the screen would go on to ask for them once more.
    const empty = fields.filter(({ name, isRequired }) => isRequired && !params[name])
    if (empty.length > 0) throw emptyFields(empty.map(({ name }) => name))
    const create = () => signUp().create({ ...params, unsafeMetadata: options.unsafeMetadata })
    if (!isChange && step.name === 'start') return create()
    return signUp()
      .update(params)
      .catch((error: unknown) => {
        if (hasErrorCode(error, 'resource_not_found')) return create()
        throw error
      })
  }

  return {
    submit: (values) =>
      submit(async (resume) => {
        context.onValues(values)
        return follow(await context.judged(values.password, () => save(values)), resume)
      }),
    submitCode: (values) =>
      submit(async (resume) => {
        const verify =
          step.name === 'verify-phone' ? 'attemptPhoneNumberVerification' : 'attemptEmailAddressVerification'
        return follow(await signUp()[verify](values), resume)
      }),
    awaitLink: (signal) => awaitLink(signUp(), signal, submit, follow),
    useOtherMethod: () => {
      const { otherStrategy: strategy } = step
      if (strategy) context.go({ screen: 'auto', strategy })
    },
    changeEmailAddress: () => context.go({ screen: 'start', isChange: true }),
    signInInstead: () =>
      void context.clerk.redirectToSignIn({
        initialValues: { emailAddress: context.takenEmailAddress ?? undefined },
        redirectUrl: queryValue('redirect_url'),
      }),
  }
}

// A password counts as it was typed; everything else without the spaces around it.
function filled(values: SignUpValues): SignUpValues {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    name === 'password' || typeof value !== 'string' ? value : value.trim(),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value))
}
