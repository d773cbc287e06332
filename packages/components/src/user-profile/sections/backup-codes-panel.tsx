'use client'

import type { SecondFactorsProps } from '@usher/flows'
import { type ReactNode, useState } from 'react'
import { Button } from '../../elements/button.tsx'
import { Checkbox } from '../../elements/checkbox.tsx'
import { FormButtons, StyledForm } from '../../elements/form.tsx'
import { SubmitButton } from '../../elements/submit-button.tsx'
import { Panel } from '../../elements/tray.tsx'
import { Text, useMessages } from '../../messages/messages-context.tsx'
import { CopyButton } from './copy-button.tsx'

const page = 'userProfile.backupCodePage'

type Props = { flow: SecondFactorsProps; codes: string[] }
type Values = { saved: boolean }

/** New backup codes, to be saved now: they are not shown again. */
export const BackupCodesPanel = ({ flow, codes }: Props): ReactNode => (
  <Panel
    id="mfa"
    title={<Text k={`${page}.title__codelist`} />}
    subtitle={<Text k={`${page}.subtitle__codelist`} />}
  >
    <BackupCodesForm onSaved={flow.close} codes={codes} />
  </Panel>
)

/** What the panel holds. */
export function BackupCodesForm({ onSaved, codes }: { onSaved: () => void; codes: string[] }): ReactNode {
  const { values, text } = useMessages()
  const [errors, setErrors] = useState<{ saved?: string }>({})
  const list = codes.join('\n')
  const name = String(values.applicationName ?? '')
  return (
    <StyledForm<Values>
      errors={errors}
      onSubmit={({ saved }) => {
        if (saved) onSaved()
        else setErrors({ saved: text('unstable__errors.form_param_missing') })
      }}
    >
      <ul className="cl-backupCodes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="cl-formButtons">
        <CopyButton text={list} label={`${page}.actionLabel__copy`} said={`${page}.actionLabel__copied`} />
        <Button variant="quiet" size="small" onClick={() => download(name, list)}>
          <Text k={`${page}.actionLabel__download`} />
        </Button>
        <Button variant="quiet" size="small" onClick={() => print(name, list)}>
          <Text k={`${page}.actionLabel__print`} />
        </Button>
      </div>
      <Checkbox name="saved" label={<Text k={`${page}.saved`} />} />
      <FormButtons>
        <SubmitButton block={false}>
          <Text k={`${page}.finish`} />
        </SubmitButton>
      </FormButtons>
    </StyledForm>
  )
}

function download(name: string, list: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${list}\n`], { type: 'text/plain' }))
  link.download = `${name} backup codes.txt`
  link.click()
  URL.revokeObjectURL(link.href)
}

// In a frame of its own, so that nothing else of the page is printed.
function print(name: string, list: string) {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  const { contentDocument: paper, contentWindow: printer } = frame
  if (!paper || !printer) return
  const codes = paper.createElement('pre')
  codes.textContent = `${name}\n\n${list}`
  paper.body.append(codes)
  printer.addEventListener('afterprint', () => frame.remove())
  printer.print()
}
