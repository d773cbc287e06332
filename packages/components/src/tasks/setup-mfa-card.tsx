'use client'

import { type AddableFactor, type SetupMfaTaskProps, useSetupMfaTask } from '@usher/flows'
import { type ReactNode, useState } from 'react'
import { AuthenticatorIcon } from '../elements/account-icons.tsx'
import { MessageIcon } from '../elements/icons.tsx'
import { MethodList, MethodRow } from '../elements/method-row.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { CodeForm } from '../factors/code-form.view.tsx'
import { ResendCode } from '../factors/resend-code.view.tsx'
import type { MessageKey } from '../messages/en/keys.ts'
import { Text } from '../messages/messages-context.tsx'
import { BackupCodesForm } from '../user-profile/sections/backup-codes-panel.tsx'
import { Cancel } from '../user-profile/sections/panels.tsx'
import { NumberForm } from '../user-profile/sections/phone-factor-panels.tsx'
import { TotpSteps } from '../user-profile/sections/totp-panel.tsx'
import { TaskFrame, type TaskProps } from './task-frame.tsx'

type Texts = { title: MessageKey; subtitle: MessageKey }

const start: Texts = { title: 'taskSetupMfa.start.title', subtitle: 'taskSetupMfa.start.subtitle' }

const texts: { [kind in SetupMfaTaskProps['panel']['kind']]?: Texts } = {
  totp: {
    title: 'taskSetupMfa.totpCode.title',
    subtitle: 'taskSetupMfa.totpCode.addAuthenticatorApp.infoText__ableToScan',
  },
  phone: { title: 'taskSetupMfa.smsCode.title', subtitle: 'taskSetupMfa.smsCode.subtitle' },
  verify: {
    title: 'taskSetupMfa.smsCode.verifyPhone.title',
    subtitle: 'taskSetupMfa.smsCode.verifyPhone.subtitle',
  },
  codes: {
    title: 'userProfile.backupCodePage.title__codelist',
    subtitle: 'userProfile.backupCodePage.subtitle__codelist',
  },
}

/** A second factor for somebody who has to have one: which, its set-up, and the backup codes that come with it. */
export function SetupMfaTask(props: TaskProps): ReactNode {
  const flow = useSetupMfaTask(props.session)
  const { panel } = flow
  const { title, subtitle } = texts[panel.kind] ?? start
  return (
    <TaskFrame
      {...props}
      flow={flow}
      group="taskSetupMfa"
      step={texts[panel.kind] ? panel.kind : 'start'}
      title={<Text k={title} />}
      subtitle={<Text k={subtitle} values={{ identifier: 'value' in panel ? (panel.value ?? '') : '' }} />}
    >
      <Step flow={flow} />
    </TaskFrame>
  )
}

function Step({ flow }: { flow: SetupMfaTaskProps }) {
  const { panel } = flow
  if (panel.kind === 'totp') return <TotpSteps flow={flow} secret={panel.secret} uri={panel.uri} />
  if (panel.kind === 'phone') return <NumberForm flow={flow} />
  if (panel.kind === 'codes') return <BackupCodesForm codes={panel.codes} onSaved={flow.close} />
  if (panel.kind !== 'verify') return <Methods flow={flow} />
  const buttons = (
    <>
      <Cancel flow={flow} />
      <ResendCode flow={flow} />
    </>
  )
  return <CodeForm {...flow} buttons={buttons} />
}

const methods = {
  totp: {
    icon: <AuthenticatorIcon />,
    label: 'taskSetupMfa.start.methodSelection.totp',
    fact: 'userProfile.mfaTOTPPage.subtitle',
  },
  phone: {
    icon: <MessageIcon />,
    label: 'taskSetupMfa.start.methodSelection.phoneCode',
    fact: 'userProfile.mfaPhoneCodePage.fact',
  },
} as const satisfies Record<AddableFactor, object>

function Methods({ flow }: { flow: SetupMfaTaskProps }) {
  const [begun, setBegun] = useState<AddableFactor | null>(null)
  return (
    <>
      <MethodList>
        {flow.addable.map((factor) => {
          const { icon, label, fact } = methods[factor]
          return (
            <MethodRow
              key={factor}
              elementId={factor}
              icon={icon}
              fact={<Text k={fact} />}
              pending={flow.isPending && begun === factor}
              onClick={() => {
                setBegun(factor)
                void flow.begin(factor)
              }}
            >
              <Text k={label} />
            </MethodRow>
          )
        })}
      </MethodList>
      <RowAlert error={flow.globalError} onRetry={flow.retry} />
    </>
  )
}
