'use client'

import { useEnvironment, useLook } from '@usher/hooks'
import { type ComponentType, type ReactNode, useMemo } from 'react'
import { AppearanceProvider } from '../appearance/appearance-context.tsx'
import type { ProviderAppearance } from '../appearance/types.ts'
import { lazyPart } from '../elements/lazy-part.tsx'
import { Modal } from '../elements/modal.tsx'
import { ImpersonationNotice } from '../impersonation/impersonation-notice.tsx'
import { commonMessages } from '../messages/en/common.ts'
import { type Catalog, MessagesProvider, useMessages } from '../messages/messages-context.tsx'
import { NewcomerSteps } from '../sign-in/newcomer-steps.tsx'
import { SignInCard, type SignInProps } from '../sign-in/sign-in-card.tsx'
import { SignUp } from '../sign-up/sign-up.tsx'
import { UserProfile } from '../user-profile/user-profile.tsx'

export { ImpersonationNotice, NewcomerSteps }

export type OpenModalProps = {
  name: 'signIn' | 'signUp' | 'userProfile'
  /** Props of the component in the dialog. */
  props: Record<string, unknown>
  onClose: () => void
}

const newcomerSteps = lazyPart(async () => NewcomerSteps)
const SignIn = (props: SignInProps) => <SignInCard {...props} newcomerSteps={newcomerSteps} />

type AnyComponent = ComponentType<Record<string, unknown>>

const contents: Record<OpenModalProps['name'], AnyComponent> = {
  signIn: SignIn as AnyComponent,
  signUp: SignUp as AnyComponent,
  userProfile: UserProfile as AnyComponent,
}

/** The dialog that the app asked for, over the page. Loaded when the first one opens. */
export function OpenModal(props: OpenModalProps): ReactNode {
  const { appearance, localization, nonce } = useLook()
  const environment = useEnvironment()
  const applicationName = environment?.display_config.application_name ?? ''
  const values = useMemo(() => ({ applicationName }), [applicationName])
  return (
    <AppearanceProvider appearances={[appearance as ProviderAppearance | undefined]} nonce={nonce}>
      <MessagesProvider
        catalog={commonMessages}
        localization={localization as Catalog | undefined}
        values={values}
      >
        <NamedModal {...props} />
      </MessagesProvider>
    </AppearanceProvider>
  )
}

function NamedModal({ name, props, onClose }: OpenModalProps) {
  const { text } = useMessages()
  const Content = contents[name]
  return (
    <Modal
      open
      onClose={onClose}
      title={text(`modalTitle__${name}`)}
      size={name === 'userProfile' ? 'page' : 'card'}
    >
      <Content {...props} />
    </Modal>
  )
}
