'use client'

import type { CodeProps, FieldErrors } from '@usher/flows'
import type { ReactNode } from 'react'
import { Panel, type PanelProps } from '../../elements/tray.tsx'
import { CodeForm } from '../../factors/code-form.view.tsx'
import { ResendCode } from '../../factors/resend-code.view.tsx'
import { Cancel, type PanelFlow } from './panels.tsx'

type CodePanelProps = Omit<PanelProps, 'children' | 'onCancel'> & {
  flow: PanelFlow & {
    code: CodeProps
    errors: FieldErrors<string>
    resend: () => Promise<void>
    submitCode: (values: { code: string }) => Promise<void>
  }
}

/** Takes the code that was sent to an address or a number. */
export function CodePanel({ flow, ...panel }: CodePanelProps): ReactNode {
  return (
    <Panel {...panel} onCancel={flow.close}>
      <CodeForm
        {...flow}
        buttons={
          <>
            <Cancel flow={flow} />
            <ResendCode flow={flow} />
          </>
        }
      />
    </Panel>
  )
}
