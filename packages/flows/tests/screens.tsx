import { Form } from '@usher/primitives'
import {
  SignInFlow,
  type SignInFlowOptions,
  SignUpFlow,
  type SignUpFlowOptions,
  useLinkWait,
} from '../src/index.ts'
import { CodeField, TextField, UsernameAnswer } from './fields.tsx'

const methodNames: Record<string, string> = {
  password: 'Password',
  email_link: 'Email a link',
  passkey: 'Passkey',
  totp: 'Authenticator app',
  backup_code: 'Backup code',
}

function LinkStep({ flow }: { flow: Parameters<typeof useLinkWait>[0] & { resend: () => Promise<void> } }) {
  useLinkWait(flow)
  return (
    <>
      <p>Link is {flow.code.state}</p>
      <button type="button" onClick={() => void flow.resend()}>
        Send a new link
      </button>
    </>
  )
}

/** A sign-in with every step, on the unstyled parts. */
export function SignInScreen(options: SignInFlowOptions) {
  return (
    <SignInFlow.Root {...options} errorText={({ code }) => code}>
      {(flow) => (
        <>
          <h1>Step: {flow.step.name}</h1>
          <p>{flow.step.identity && `For ${flow.step.identity.identifier}`}</p>
          <SignInFlow.Step name="choose">
            {flow.accounts.map(({ sessionId, identifier }) => (
              <button key={sessionId} type="button" onClick={() => flow.chooseAccount(sessionId)}>
                Go on as {identifier}
              </button>
            ))}
            <p>{flow.globalError?.kind}</p>
            <SignInFlow.Action action="addAccount">Add account</SignInFlow.Action>
            <SignInFlow.Action action="signOutAll">Sign out of all accounts</SignInFlow.Action>
          </SignInFlow.Step>
          <SignInFlow.Step name="start">
            <TextField name="identifier" />
            {flow.hasPasswordField && <TextField name="password" />}
            <SignInFlow.Error />
            <Form.Submit>Continue</Form.Submit>
            <SignInFlow.Action action="forgotPassword">Forgot password?</SignInFlow.Action>
            {flow.hasPasskeyButton && (
              <SignInFlow.Action action="submitPasskey">Use a passkey</SignInFlow.Action>
            )}
          </SignInFlow.Step>
          <SignInFlow.Step name="passkey">
            <SignInFlow.Action action="submitPasskey">Use the passkey</SignInFlow.Action>
          </SignInFlow.Step>
          <SignInFlow.Step name="password">
            <TextField name="password" />
            <SignInFlow.Error />
            <Form.Submit>Continue</Form.Submit>
            <SignInFlow.Action action="forgotPassword">Forgot password?</SignInFlow.Action>
            <SignInFlow.Action action="showMethods">Use another method</SignInFlow.Action>
            <SignInFlow.Action action="back">Back</SignInFlow.Action>
          </SignInFlow.Step>
          {(['code', 'totp', 'reset-code'] as const).map((name) => (
            <SignInFlow.Step key={name} name={name}>
              <CodeField />
              <p>Code is {flow.code.state}</p>
              <SignInFlow.Error />
              <Form.Submit>Verify</Form.Submit>
              <SignInFlow.Action action="resend" aria-disabled={flow.code.resendAt !== null}>
                Send a new code
              </SignInFlow.Action>
              <SignInFlow.Action action="showMethods">Use another method</SignInFlow.Action>
              <SignInFlow.Action action="back">Back</SignInFlow.Action>
            </SignInFlow.Step>
          ))}
          <SignInFlow.Step name="backup-code">
            <TextField name="code" label="Backup code" />
            <SignInFlow.Error />
            <Form.Submit>Verify</Form.Submit>
          </SignInFlow.Step>
          <SignInFlow.Step name="email-link">
            <LinkStep flow={flow} />
            <SignInFlow.Error />
            <SignInFlow.Action action="showMethods">Use another method</SignInFlow.Action>
          </SignInFlow.Step>
          <SignInFlow.Step name="methods">
            <h2>Another method</h2>
            <p role="alert">{flow.globalError?.code}</p>
            {flow.step.methods.map(({ id, strategy }) => (
              <button key={id} type="button" onClick={() => flow.chooseMethod(id)}>
                {methodNames[strategy] ?? 'Email a code'}
              </button>
            ))}
            <SignInFlow.Action action="back">Back</SignInFlow.Action>
          </SignInFlow.Step>
          <SignInFlow.Step name="forgot">
            <h2>Forgot your password?</h2>
            <SignInFlow.Action action="sendResetCode">Send a code</SignInFlow.Action>
            <SignInFlow.Action action="back">Back</SignInFlow.Action>
          </SignInFlow.Step>
          <SignInFlow.Step name="new-password">
            <TextField name="password" label="New password" />
            <SignInFlow.Error />
            <Form.Submit>Set password</Form.Submit>
          </SignInFlow.Step>
          <SignInFlow.Step name="sign-up">
            <SignUpScreen
              initialValues={flow.step.newcomer ?? undefined}
              startsOver={flow.step.newcomer !== null}
              fallbackRedirectUrl={options.signUpFallbackRedirectUrl}
            />
            <SignInFlow.Action action="back">Sign in instead</SignInFlow.Action>
          </SignInFlow.Step>
          <SignInFlow.Action action="retry">Try again</SignInFlow.Action>
        </>
      )}
    </SignInFlow.Root>
  )
}

/** A sign-up with every step, on the unstyled parts. */
export function SignUpScreen(options: SignUpFlowOptions) {
  return (
    <SignUpFlow.Root {...options} errorText={({ code }) => code}>
      {(flow) => (
        <>
          <h1>Step: {flow.step.name}</h1>
          {(['start', 'continue'] as const).map((name) => (
            <SignUpFlow.Step key={name} name={name}>
              {flow.fields.map((field) => (
                <TextField
                  key={field.name}
                  name={field.name}
                  {...(field.name === 'username' && { onValueChange: flow.typeUsername })}
                />
              ))}
              <UsernameAnswer availability={flow.usernameAvailability} />
              <SignUpFlow.Error />
              <Form.Submit>Create account</Form.Submit>
            </SignUpFlow.Step>
          ))}
          {(['verify-email', 'verify-phone'] as const).map((name) => (
            <SignUpFlow.Step key={name} name={name}>
              <p>Sent to {flow.step.identifier}</p>
              <CodeField />
              <p>Code is {flow.code.state}</p>
              <SignUpFlow.Error />
              <Form.Submit>Verify</Form.Submit>
              <SignUpFlow.Action action="resend" aria-disabled={flow.code.resendAt !== null}>
                Send a new code
              </SignUpFlow.Action>
              <SignUpFlow.Action action="changeEmailAddress">Change</SignUpFlow.Action>
            </SignUpFlow.Step>
          ))}
          <SignUpFlow.Step name="email-link">
            <LinkStep flow={flow} />
            <SignUpFlow.Action action="useOtherMethod">Use another method</SignUpFlow.Action>
          </SignUpFlow.Step>
          {flow.takenEmailAddress && (
            <SignUpFlow.Action action="signInInstead">Sign in as {flow.takenEmailAddress}</SignUpFlow.Action>
          )}
        </>
      )}
    </SignUpFlow.Root>
  )
}
