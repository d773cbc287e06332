import { Form } from '@usher/primitives'
import { ProfileFlow } from '../src/index.ts'
import { TextField, UsernameAnswer } from './fields.tsx'
import { Cancel, SectionForm } from './section-form.tsx'

export function NamesSection() {
  return (
    <ProfileFlow.Names>
      {(section) =>
        section.isOpen ? (
          <SectionForm section={section} values={section.defaultValues} onSubmit={section.submit}>
            <TextField name="firstName" />
            <TextField name="lastName" />
            <Form.Submit>Save</Form.Submit>
            <button type="button" onClick={section.close}>
              Cancel
            </button>
          </SectionForm>
        ) : (
          <>
            <p>Name: {section.fullName || 'none'}</p>
            <p>{section.isSaving ? 'Saving' : 'Saved'}</p>
            <button type="button" data-initial-focus="" onClick={section.open}>
              Edit
            </button>
          </>
        )
      }
    </ProfileFlow.Names>
  )
}

export function PictureSection({ cut }: { cut: Blob }) {
  return (
    <ProfileFlow.Picture>
      {(section) => (
        <>
          <p>Picture: {section.hasImage ? section.imageUrl : 'none'}</p>
          <p role="status">{section.notice}</p>
          <p role="alert">{section.errors.file?.code ?? section.globalError?.kind}</p>
          {section.panel.kind === 'closed' && (
            <>
              <label>
                Upload
                <input
                  type="file"
                  data-initial-focus=""
                  onChange={({ target }) => target.files?.[0] && section.pick(target.files[0])}
                />
              </label>
              <button type="button" onClick={section.openRemove}>
                Remove
              </button>
            </>
          )}
          {section.panel.kind === 'crop' && (
            <>
              <h2>Cut it</h2>
              <button type="button" onClick={() => section.submit(cut)}>
                Save
              </button>
              <button type="button" onClick={section.retry}>
                Try again
              </button>
              <Cancel section={section} />
            </>
          )}
          {section.panel.kind === 'remove' && (
            <>
              <h2>Remove it?</h2>
              <button type="button" onClick={section.confirmRemove}>
                Remove for good
              </button>
            </>
          )}
        </>
      )}
    </ProfileFlow.Picture>
  )
}

export function UsernameSection() {
  return (
    <ProfileFlow.Username>
      {(section) =>
        section.isOpen ? (
          <SectionForm section={section} values={section.defaultValues} onSubmit={section.submit}>
            <TextField name="username" onValueChange={section.typeUsername} />
            <UsernameAnswer availability={section.availability} />
            <Form.Submit>Save</Form.Submit>
            <button type="button" onClick={section.close}>
              Cancel
            </button>
          </SectionForm>
        ) : (
          <>
            <p>Username: {section.username || 'none'}</p>
            <button type="button" data-initial-focus="" onClick={section.open}>
              Edit
            </button>
          </>
        )
      }
    </ProfileFlow.Username>
  )
}
