'use client'

import { useClerkContext, useEnvironment } from '@usher/hooks'
import { type ComponentType, lazy, type ReactNode, Suspense, useMemo } from 'react'
import { AppearanceProvider } from '../appearance/appearance-context.tsx'
import type { ProviderAppearance } from '../appearance/types.ts'
import { Modal } from '../elements/modal.tsx'
import { commonMessages } from '../messages/en/common.ts'
import { type Catalog, MessagesProvider, useMessages } from '../messages/messages-context.tsx'

export type OpenModalProps = {
  name: 'signIn' | 'signUp' | 'userProfile'
  /** Props of the component in the dialog. */
  props: Record<string, unknown>
  onClose: () => void
}

type AnyComponent = ComponentType<Record<string, unknown>>

const contents: Record<OpenModalProps['name'], AnyComponent> = {
  signIn: lazy(() =>
    import('../sign-in/sign-in.tsx').then(({ SignIn }) => ({ default: SignIn as AnyComponent })),
  ),
  signUp: lazy(() =>
    import('../sign-up/sign-up.tsx').then(({ SignUp }) => ({ default: SignUp as AnyComponent })),
  ),
  userProfile: lazy(() =>
    import('../user-profile/user-profile.tsx').then(({ UserProfile }) => ({
      default: UserProfile as AnyComponent,
    })),
  ),
}

/** The dialog that the app asked for, over the page. Loaded when the first one opens. */
export function OpenModal(props: OpenModalProps): ReactNode {
  const { appearance, localization } = useClerkContext()
  const environment = useEnvironment()
  const applicationName = environment?.display_config.application_name ?? ''
  const values = useMemo(() => ({ applicationName }), [applicationName])
  return (
    <AppearanceProvider appearances={[appearance as ProviderAppearance | undefined]}>
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
      <Suspense fallback={null}>
        <Content {...props} />
      </Suspense>
    </Modal>
  )
}
