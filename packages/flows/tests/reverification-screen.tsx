import { Form } from '@usher/primitives'
import { ReverificationFlow } from '../src/index.ts'
import { CodeField, TextField } from './fields.tsx'

/** Asks for a new proof, over whatever waits for it. */
export function ReverificationScreen() {
  return (
    <ReverificationFlow.Root>
      {(flow) => (
        <section aria-label="Proof">
          <h1 tabIndex={-1}>Step: {flow.step.name}</h1>
          <p role="alert">{flow.globalError?.code}</p>
          {flow.step.name === 'password' && (
            <Form.Root<{ password: string }>
              pending={flow.isPending}
              errors={{ password: flow.errors.password?.code }}
              onSubmit={({ password = '' }) => flow.submitPassword({ password })}
            >
              <TextField name="password" />
              <Form.Submit>Verify</Form.Submit>
            </Form.Root>
          )}
          {['code', 'totp', 'backup-code'].includes(flow.step.name) && (
            <Form.Root<{ code: string }>
              key={flow.step.factor?.strategy}
              pending={flow.isPending}
              errors={{ code: flow.errors.code?.code }}
              onSubmit={({ code = '' }) => flow.submitCode({ code })}
            >
              {flow.step.name === 'backup-code' ? <TextField name="code" label="Code" /> : <CodeField />}
              <p>Code is {flow.code.state}</p>
              <Form.Submit>Verify</Form.Submit>
            </Form.Root>
          )}
          {flow.step.name === 'passkey' && (
            <button type="button" onClick={() => void flow.submitPasskey()}>
              Use it
            </button>
          )}
          {flow.step.name === 'methods' ? (
            flow.step.methods.map(({ id, strategy }) => (
              <button key={id} type="button" onClick={() => flow.chooseMethod(id)}>
                By {strategy}
              </button>
            ))
          ) : (
            <button type="button" onClick={flow.showMethods}>
              Another way
            </button>
          )}
          <button type="button" onClick={flow.back}>
            Back
          </button>
          <button type="button" onClick={flow.cancel}>
            Leave
          </button>
          <button type="button" onClick={flow.retry}>
            Again
          </button>
        </section>
      )}
    </ReverificationFlow.Root>
  )
}
