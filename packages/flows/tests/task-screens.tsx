import { Form } from '@usher/primitives'
import { type SetupMfaTaskProps, TaskFlow } from '../src/index.ts'
import { CodeField, TextField } from './fields.tsx'
import { SectionForm } from './section-form.tsx'

type Props = { only?: 'reset-password' | 'setup-mfa'; onDone?: () => void }

/** What somebody has to do before the session counts, unstyled. */
export function Tasks(props: Props) {
  return (
    <TaskFlow.Root {...props} redirectUrl="/app">
      {(session) => (
        <>
          <p>{session.identifier}</p>
          {session.task === 'reset-password' ? (
            <TaskFlow.ResetPassword>
              {(task) => (
                <SectionForm section={task} onSubmit={task.submit}>
                  <h2>New password</h2>
                  <TextField name="newPassword" />
                  <Form.Submit>Save</Form.Submit>
                </SectionForm>
              )}
            </TaskFlow.ResetPassword>
          ) : (
            <TaskFlow.SetupMfa finish={session.finish}>{(task) => <SetUp task={task} />}</TaskFlow.SetupMfa>
          )}
          <button type="button" onClick={session.signOut}>
            Sign out
          </button>
        </>
      )}
    </TaskFlow.Root>
  )
}

function SetUp({ task }: { task: SetupMfaTaskProps }) {
  const { panel } = task
  if (panel.kind === 'totp')
    return (
      <SectionForm section={task} onSubmit={task.submitTotp}>
        <output aria-label="Secret">{panel.secret}</output>
        <CodeField />
      </SectionForm>
    )
  if (panel.kind === 'codes')
    return (
      <>
        <p>{panel.codes.length} new codes</p>
        <button type="button" onClick={task.close}>
          Done
        </button>
      </>
    )
  return (
    <>
      <h2>Choose one</h2>
      {task.addable.map((factor) => (
        <button key={factor} type="button" onClick={() => task.begin(factor)}>
          Begin {factor}
        </button>
      ))}
    </>
  )
}
