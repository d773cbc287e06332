'use client'

import type { GlobalError } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../../elements/button.tsx'
import { FormButtons, StyledForm } from '../../elements/form.tsx'
import { SubmitButton, type SubmitButtonProps } from '../../elements/submit-button.tsx'
import { Panel, type PanelProps } from '../../elements/tray.tsx'
import { GlobalAlert, submitUntil } from '../../errors/global-alert.tsx'
import { Text } from '../../messages/messages-context.tsx'

/** What the panels of every section need of its flow. */
export type PanelFlow = {
  globalError: GlobalError | null
  isPending: boolean
  retry: () => void
  close: () => void
}

type PanelSubmitProps = Omit<SubmitButtonProps, 'until' | 'block'> & { flow: Omit<PanelFlow, 'isPending'> }

/** What ends the form of a panel: what keeps all of it from going on, the button named after the result, the way out. */
export function PanelSubmit({ flow, ...button }: PanelSubmitProps): ReactNode {
  return (
    <>
      <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
      <FormButtons>
        <SubmitButton {...button} block={false} until={submitUntil(flow.globalError)} />
        <Cancel flow={flow} />
      </FormButtons>
    </>
  )
}

/** The way out of a panel. */
export const Cancel = ({ flow }: { flow: Pick<PanelFlow, 'close'> }): ReactNode => (
  <Button variant="quiet" element="formButtonReset" onClick={flow.close}>
    <Text k="userProfile.formButtonReset" />
  </Button>
)

type ConfirmPanelProps = Omit<PanelProps, 'children' | 'onCancel'> & {
  flow: PanelFlow
  onConfirm: () => Promise<void>
  /** The result, on the button. */
  children: ReactNode
  /** `dangerFilled` unless told. */
  variant?: SubmitButtonProps['variant']
}

/** Asks once more before something is done. */
export function ConfirmPanel({ flow, onConfirm, children, variant, ...panel }: ConfirmPanelProps): ReactNode {
  return (
    <Panel {...panel} onCancel={flow.close}>
      <StyledForm pending={flow.isPending} onSubmit={() => onConfirm()}>
        <PanelSubmit flow={flow} variant={variant ?? 'dangerFilled'}>
          {children}
        </PanelSubmit>
      </StyledForm>
    </Panel>
  )
}
