'use client'

import type { SignInFlowProps, SignInStepName } from '@usher/flows'
import type { ReactNode } from 'react'
import { newCredentialMessages } from '../messages/en/new-credentials.ts'
import { secondStepMessages } from '../messages/en/second-step.ts'
import { MessagesProvider } from '../messages/messages-context.tsx'
import { BackupCodeView } from './backup-code.view.tsx'
import { ChooseView } from './choose.view.tsx'
import { CodeView, TotpView } from './code.view.tsx'
import { EmailLinkView } from './email-link.view.tsx'
import { ForgotView } from './forgot.view.tsx'
import { MethodsView } from './methods.view.tsx'
import { NewPasswordView } from './new-password.view.tsx'
import { PasskeyView } from './passkey.view.tsx'
import { UnavailableView } from './unavailable.view.tsx'

const views: { [step in SignInStepName]?: (props: { flow: SignInFlowProps }) => ReactNode } = {
  choose: ChooseView,
  code: CodeView,
  'email-link': EmailLinkView,
  passkey: PasskeyView,
  totp: TotpView,
  'backup-code': BackupCodeView,
  'reset-code': CodeView,
  methods: MethodsView,
  forgot: ForgotView,
  'new-password': NewPasswordView,
  unavailable: UnavailableView,
}

/** The steps that nobody starts with, in a chunk of their own. */
export function AllLaterSteps({ flow }: { flow: SignInFlowProps }): ReactNode {
  const View = views[flow.step.name]
  if (!View) return null
  return (
    <MessagesProvider catalog={newCredentialMessages}>
      <MessagesProvider catalog={secondStepMessages}>
        <View flow={flow} />
      </MessagesProvider>
    </MessagesProvider>
  )
}
