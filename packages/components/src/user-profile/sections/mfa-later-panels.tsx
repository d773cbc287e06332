'use client'

import type { SecondFactorsProps } from '@usher/flows'
import { type ReactNode, useEffect } from 'react'
import { BackupCodesPanel } from './backup-codes-panel.tsx'
import { PhoneFactorPanel, VerifyNumberPanel } from './phone-factor-panels.tsx'
import { TotpPanel } from './totp-panel.tsx'

/**
 * The panels that come after the choice of a factor, in a chunk of their own.
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
  if (panel.kind === 'phone') return <PhoneFactorPanel flow={flow} />
  if (panel.kind === 'verify') return <VerifyNumberPanel flow={flow} value={panel.value} />
  if (panel.kind === 'totp') return <TotpPanel flow={flow} secret={panel.secret} uri={panel.uri} />
  return panel.kind === 'codes' ? <BackupCodesPanel flow={flow} codes={panel.codes} /> : null
}
