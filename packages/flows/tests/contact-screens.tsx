import { Form } from '@usher/primitives'
import { type ContactsProps, ProfileFlow } from '../src/index.ts'
import { CodeField, TextField } from './fields.tsx'
import { Cancel, SectionForm } from './section-form.tsx'

export function EmailAddressesSection() {
  return (
    <ProfileFlow.EmailAddresses>
      {(section) => <Contacts section={section} label="Email" />}
    </ProfileFlow.EmailAddresses>
  )
}

export function PhoneNumbersSection() {
  return (
    <ProfileFlow.PhoneNumbers>
      {(section) => <Contacts section={section} label="Phone" />}
    </ProfileFlow.PhoneNumbers>
  )
}

function Contacts({ section, label }: { section: ContactsProps; label: 'Email' | 'Phone' }) {
  const { rows, panel, focusTarget, code } = section
  const rowFocus = (id: string) =>
    focusTarget?.kind === 'row' && focusTarget.id === id ? { 'data-initial-focus': '' } : {}
  const openerFocus = (opened: string, rowId?: string) =>
    focusTarget?.kind === 'opener' && focusTarget.panel === opened && focusTarget.rowId === rowId
      ? { 'data-initial-focus': '' }
      : {}
  return (
    <>
      <ul>
        {rows.map((row) => (
          <li key={row.id} tabIndex={-1} aria-label={row.value} {...rowFocus(row.id)}>
            {row.value} {row.isPrimary && 'Primary'} {!row.isVerified && 'Unverified'}
            {row.canVerify && (
              <button
                type="button"
                onClick={() => section.openVerify(row.id)}
                {...openerFocus('verify', row.id)}
              >
                Verify {row.value}
              </button>
            )}
            {row.canSetPrimary && (
              <button type="button" onClick={() => section.setPrimary(row.id)}>
                Make {row.value} primary
              </button>
            )}
            {row.canRemove && (
              <button
                type="button"
                onClick={() => section.openRemove(row.id)}
                {...openerFocus('remove', row.id)}
              >
                Remove {row.value}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{section.notice && `${section.notice.kind} ${section.notice.value}`}</p>
      {panel.kind === 'closed' && <p role="alert">{section.globalError?.kind}</p>}
      {panel.kind === 'closed' && (
        <button type="button" onClick={section.openAdd} {...openerFocus('add')}>
          Add {label.toLowerCase()}
        </button>
      )}
      {panel.kind === 'add' && (
        <SectionForm section={section} onSubmit={section.submitNew}>
          <TextField name="value" label={label} />
          <Form.Submit>Send code</Form.Submit>
          <Cancel section={section} />
        </SectionForm>
      )}
      {panel.kind === 'verify' && (
        <SectionForm section={section} onSubmit={section.submitCode}>
          <p>Sent to {panel.value}</p>
          <CodeField />
          <p>Code is {code.state}</p>
          <Cancel section={section} />
        </SectionForm>
      )}
      {panel.kind === 'remove' && (
        <SectionForm section={section} onSubmit={section.confirmRemove}>
          <h2>Remove {panel.value}?</h2>
          <Form.Submit>Remove</Form.Submit>
          <Cancel section={section} />
        </SectionForm>
      )}
    </>
  )
}
