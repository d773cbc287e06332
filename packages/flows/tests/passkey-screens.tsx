import { Form } from '@usher/primitives'
import { type PasskeysProps, ProfileFlow } from '../src/index.ts'
import { TextField } from './fields.tsx'
import { Cancel, SectionForm } from './section-form.tsx'

/** The passkeys of a person, unstyled. */
export function PasskeysSection() {
  return (
    <ProfileFlow.Passkeys>
      {(section) => (
        <>
          <ul>
            {section.rows.map(({ id, name }) => (
              <li key={id} data-row={id}>
                {name}
                <button type="button" onClick={() => section.openRename(id)}>
                  Rename
                </button>
                <button type="button" onClick={() => section.openRemove(id)}>
                  Remove
                </button>
              </li>
            ))}
          </ul>
          <p role="status">{section.notice}</p>
          <p role="alert">{section.panel.kind === 'closed' && section.globalError?.code}</p>
          <p>{section.isAdding && 'Adding'}</p>
          {section.panel.kind === 'closed' && section.canAdd && (
            <button type="button" data-initial-focus="" onClick={section.add}>
              Add
            </button>
          )}
          <PasskeyPanel section={section} />
        </>
      )}
    </ProfileFlow.Passkeys>
  )
}

function PasskeyPanel({ section }: { section: PasskeysProps }) {
  const { panel } = section
  if (panel.kind === 'closed') return null
  if (panel.kind === 'rename')
    return (
      <SectionForm section={section} values={{ name: panel.name }} onSubmit={section.submitName}>
        <TextField name="name" label="Passkey name" />
        <Form.Submit>Save</Form.Submit>
        <Cancel section={section} />
      </SectionForm>
    )
  return (
    <SectionForm section={section} onSubmit={section.confirmRemove}>
      <h2>Remove {panel.name}?</h2>
      <Form.Submit>Remove for good</Form.Submit>
      <Cancel section={section} />
    </SectionForm>
  )
}
