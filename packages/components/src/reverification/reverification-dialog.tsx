'use client'

import { useReverificationFlow } from '@usher/flows'
import { useEnvironment, useLook } from '@usher/hooks'
import { type ReactNode, useMemo } from 'react'
import { AppearanceProvider } from '../appearance/appearance-context.tsx'
import type { ProviderAppearance } from '../appearance/types.ts'
import { Modal } from '../elements/modal.tsx'
import { RootBox } from '../elements/root-box.tsx'
import { commonMessages } from '../messages/en/common.ts'
import { errorMessages } from '../messages/en/errors.ts'
import { reverificationMessages } from '../messages/en/reverification.ts'
import { type Catalog, MessagesProvider, useMessages } from '../messages/messages-context.tsx'
import { ReverificationView } from './reverification.view.tsx'

export type ReverificationDialogProps = { asked: Parameters<typeof useReverificationFlow>[0] }

/** Asks over the page for a new proof of who somebody is; closed, what waited for it is left. In a chunk of its own. */
export function ReverificationDialog({ asked }: ReverificationDialogProps): ReactNode {
  const { appearance, localization, nonce } = useLook()
  const provider = appearance as ProviderAppearance | undefined
  const environment = useEnvironment()
  const applicationName = environment?.display_config.application_name ?? ''
  const values = useMemo(() => ({ applicationName }), [applicationName])
  return (
    <AppearanceProvider appearances={[provider, provider?.userVerification]} nonce={nonce}>
      <MessagesProvider
        catalog={commonMessages}
        localization={localization as Catalog | undefined}
        values={values}
      >
        <MessagesProvider catalog={errorMessages}>
          <MessagesProvider catalog={reverificationMessages}>
            <Asking asked={asked} />
          </MessagesProvider>
        </MessagesProvider>
      </MessagesProvider>
    </AppearanceProvider>
  )
}

function Asking({ asked }: ReverificationDialogProps) {
  const flow = useReverificationFlow(asked)
  const { text } = useMessages()
  return (
    <Modal open onClose={flow.cancel} title={text('reverification.loading.title')}>
      <RootBox flow="reverification">
        <ReverificationView flow={flow} />
      </RootBox>
    </Modal>
  )
}
