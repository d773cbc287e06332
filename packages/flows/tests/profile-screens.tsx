import { Form } from '@usher/primitives'
import type { ReactNode } from 'react'
import {
  type ContactsProps,
  type FlowProps,
  ProfileFlow,
  type SecondFactorsProps,
  useUserButton,
} from '../src/index.ts'
import { CodeField, TextField, UsernameAnswer } from './fields.tsx'

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
              <TextField name="currentPassword" />
              <Form.Submit>Remove</Form.Submit>
              <Cancel section={section} />
            </SectionForm>
          )}
        </>
      )}
    </ProfileFlow.Password>
  )
}

export function SessionsSection() {
  return (
    <ProfileFlow.ActiveSessions>
      {(section) => (
        <>
          <h2>Active sessions</h2>
          <ul>
            {section.sessions.map((session) => (
              <li key={session.id}>
                {session.isCurrent ? 'This device' : 'Another device'} {session.isPending && 'Signing out'}
                {!session.isCurrent && (
                  <button type="button" onClick={() => section.signOut(session.id)}>
                    Sign out
                  </button>
                )}
              </li>
            ))}
          </ul>
          <p role="alert">{section.globalError?.kind}</p>
          <button type="button" onClick={section.signOutOthers}>
            Sign out {section.otherCount} others
          </button>
        </>
      )}
    </ProfileFlow.ActiveSessions>
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

type Section = Pick<FlowProps<string>, 'errors' | 'globalError' | 'isPending'> & { close?: () => void }

function SectionForm<Values extends object>(props: {
  section: Section
  values?: Partial<Values>
  onSubmit: (values: Values) => Promise<void>
  children: ReactNode
}) {
  const { section, values, children, onSubmit } = props
  const errors = Object.entries(section.errors).map(([name, error]) => [name, error?.code])
  return (
    <Form.Root<Values>
      {...(values && { defaultValues: values })}
      errors={Object.fromEntries(errors)}
      pending={section.isPending}
      onSubmit={onSubmit}
    >
      {children}
      <Form.Error message={section.globalError?.code} />
    </Form.Root>
  )
}

const Cancel = ({ section }: { section: Section }) => (
  <button type="button" onClick={section.close}>
    Cancel
  </button>
)

export function UserButtonSection() {
  const account = useUserButton({ userProfileUrl: '/profile', afterSignOutUrl: '/bye' })
  return (
    <>
      <p>Account: {account.current?.identifier}</p>
      <p>Pending: {account.pendingAction}</p>
      <p>{account.globalError?.kind}</p>
      {account.others.map(({ sessionId, identifier }) => (
        <button key={sessionId} type="button" onClick={() => account.switchTo(sessionId)}>
          Switch to {identifier}
        </button>
      ))}
      <button type="button" onClick={account.manageAccount}>
        Manage account
      </button>
      {account.canAddAccount && (
        <button type="button" onClick={account.addAccount}>
          Add account
        </button>
      )}
      <button type="button" onClick={account.signOut}>
        Sign out
      </button>
      <button type="button" onClick={account.signOutAll}>
        Sign out of all accounts
      </button>
    </>
  )
}
