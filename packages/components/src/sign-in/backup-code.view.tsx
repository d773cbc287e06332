'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { FormFoot } from '../elements/resend-link.tsx'
import { BackupCodeForm } from '../factors/backup-code-form.view.tsx'
import { OtherMethods } from './code.view.tsx'
import { Identity } from './identity.view.tsx'

/** One of the codes that somebody saved for the day when the phone is gone. */
export const BackupCodeView = ({ flow }: { flow: SignInFlowProps }): ReactNode => (
  <>
    <Identity flow={flow} />
    <BackupCodeForm {...flow} />
    <FormFoot>
      <OtherMethods flow={flow} />
    </FormFoot>
  </>
)
