'use client'

import { type DangerZoneProps, useDangerZone } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../../elements/button.tsx'
import { StyledForm } from '../../elements/form.tsx'
import { Section } from '../../elements/page.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { Panel, Row, Tray } from '../../elements/tray.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { Text, useMessages } from '../../messages/messages-context.tsx'
import { useSectionFocus } from '../use-section-focus.ts'
import { PanelSubmit } from './panels.tsx'

const section = 'userProfile.start.dangerSection'

/** Deleting the account, where the instance and the account allow it. */
export function DangerSection(): ReactNode {
  const { text } = useMessages()
  const flow = useDangerZone({ confirmationWord: text('userProfile.deletePage.phrase') })
  const focus = useSectionFocus(flow)
  if (!flow.isVisible) return null
  const open = (
    <Button variant="danger" size="small" data-opener="delete" onClick={flow.open}>
      <Text k={`${section}.deleteAccountButton`} />
    </Button>
  )
  return (
    <div ref={focus}>
      <Section id="danger" title={<Text k={`${section}.title`} />}>
        <Tray
          id="danger"
          danger
          rows={
            <Row
              section="danger"
              name={<Text k={`${section}.deleteAccountTitle`} />}
              facts={[<Text key="fact" k={`${section}.deleteAccountFact`} />]}
              suggested={flow.isOpen ? undefined : open}
            >
              {flow.isOpen && <DeletePanel flow={flow} />}
            </Row>
          }
        />
      </Section>
    </div>
  )
}

function DeletePanel({ flow }: { flow: DangerZoneProps }) {
  const { text } = useMessages()
  const errors = useErrorTexts(flow.errors)
  const phrase = text('userProfile.deletePage.phrase')
  return (
    <Panel
      id="danger"
      flush
      title={<Text k="userProfile.deletePage.title" />}
      subtitle={
        <>
          <Text k="userProfile.deletePage.messageLine1" /> <Text k="userProfile.deletePage.messageLine2" />
        </>
      }
      onCancel={flow.close}
    >
      <StyledForm<{ confirmation: string }>
        errors={errors}
        pending={flow.isPending}
        onSubmit={({ confirmation = '' }) => flow.submit({ confirmation })}
      >
        <TextField
          name="confirmation"
          id="deleteConfirmation"
          label={<Text k="userProfile.deletePage.actionDescription" values={{ phrase }} />}
          autoComplete="off"
          required
        />
        <PanelSubmit flow={flow} variant="dangerFilled">
          <Text k="userProfile.deletePage.confirm" />
        </PanelSubmit>
      </StyledForm>
    </Panel>
  )
}
