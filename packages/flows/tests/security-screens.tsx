import { Form } from '@usher/primitives'
import { ProfileFlow, type SecondFactorsProps } from '../src/index.ts'
import { CodeField, TextField } from './fields.tsx'
import { Cancel, SectionForm } from './section-form.tsx'

/** Two-step verification, unstyled. */
export function SecondFactorsSection() {
  return (
    <ProfileFlow.SecondFactors>
      {(section) => (
        <>
          <ul>
            {section.rows.map((row) => (
              <li key={row.id}>
                {row.kind === 'backup' ? `${row.left} codes` : row.kind}{' '}
                {'isDefault' in row && row.isDefault && 'Default'}
                {row.kind !== 'backup' && (
                  <button type="button" onClick={() => section.openRemove(row.id)}>
                    Turn {row.kind} off
                  </button>
                )}
              </li>
            ))}
          </ul>
          <p role="status">{section.notice}</p>
          <button type="button" onClick={section.openAdd}>
            Add
          </button>
          <button type="button" onClick={section.openRenew}>
            New codes
          </button>
          <SecondFactorPanel section={section} />
        </>
      )}
    </ProfileFlow.SecondFactors>
  )
}

function SecondFactorPanel({ section }: { section: SecondFactorsProps }) {
  const { panel } = section
  if (panel.kind === 'choose')
    return section.addable.map((factor) => (
      <button key={factor} type="button" onClick={() => section.begin(factor)}>
        Begin {factor}
      </button>
    ))
  if (panel.kind === 'totp')
    return (
      <SectionForm section={section} onSubmit={section.submitTotp}>
        <output aria-label="Secret">{panel.secret}</output>
        <CodeField />
      </SectionForm>
    )
  if (panel.kind === 'phone')
    return (
      <SectionForm section={section} onSubmit={section.submitNumber}>
        <TextField name="value" label="Phone" />
        <Form.Submit>Send code</Form.Submit>
      </SectionForm>
    )
  if (panel.kind === 'verify')
    return (
      <SectionForm section={section} onSubmit={section.submitCode}>
        <CodeField />
        <p>Code is {section.code.state}</p>
      </SectionForm>
    )
  if (panel.kind === 'codes')
    return (
      <>
        <p>{panel.codes.length} new codes</p>
        <button type="button" onClick={section.close}>
          Done
        </button>
      </>
    )
  if (panel.kind === 'closed') return null
  const confirm = panel.kind === 'renew' ? section.renew : section.confirmRemove
  return (
    <button type="button" onClick={() => confirm()}>
      Yes
    </button>
  )
}

export function PasswordSection() {
  return (
    <ProfileFlow.Password>
      {(section) => (
        <>
          <p role="status">{section.notice}</p>
          {section.panel === 'closed' && (
            <button type="button" data-initial-focus="" onClick={section.open}>
              {section.hasPassword ? 'Change' : 'Set'} password
            </button>
          )}
          {section.panel === 'closed' && section.canRemove && (
            <button type="button" onClick={section.openRemove}>
              Remove password
            </button>
          )}
          {(section.panel === 'set' || section.panel === 'change') && (
            <SectionForm section={section} onSubmit={section.submit}>
              {section.needsCurrentPassword && <TextField name="currentPassword" />}
              <TextField name="newPassword" />
              <Form.Submit>Save</Form.Submit>
              <Cancel section={section} />
            </SectionForm>
          )}
          {section.panel === 'remove' && (
            <SectionForm section={section} onSubmit={section.submitRemove}>
              <h2>Remove password</h2>
              {section.needsCurrentPassword && <TextField name="currentPassword" />}
              <Form.Submit>Remove</Form.Submit>
              <Cancel section={section} />
            </SectionForm>
          )}
        </>
      )}
    </ProfileFlow.Password>
  )
}

export function DangerSection() {
  return (
    <ProfileFlow.DangerZone confirmationWord="delete">
      {(section) =>
        section.isOpen ? (
          <SectionForm section={section} onSubmit={section.submit}>
            <h2>Delete your account?</h2>
            <TextField name="confirmation" label="Type delete" />
            <Form.Submit>Delete for good</Form.Submit>
            <Cancel section={section} />
          </SectionForm>
        ) : (
          <button type="button" data-initial-focus="" onClick={section.open}>
            Delete account
          </button>
        )
      }
    </ProfileFlow.DangerZone>
  )
}
