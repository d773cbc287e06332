'use client'

import type { SecondFactorsProps } from '@usher/flows'
import { type ReactNode, useEffect } from 'react'
import { BackupCodesPanel } from './backup-codes-panel.tsx'
import { TotpPanel } from './totp-panel.tsx'

/**
 * The panels that an answer of the server opens, in a chunk of their own.
 * @param props.onReady told when they are there, so that the focus can come in
 */
export function MfaLaterPanels({
  flow,
  onReady,
}: {
  flow: SecondFactorsProps
  onReady: (isReady: true) => void
}): ReactNode {
  useEffect(() => onReady(true), [onReady])
  const { panel } = flow
  if (panel.kind === 'totp') return <TotpPanel flow={flow} secret={panel.secret} uri={panel.uri} />
  return panel.kind === 'codes' ? <BackupCodesPanel flow={flow} codes={panel.codes} /> : null
}
