'use client'

import { type SecondFactorRow, type SecondFactorsProps, useSecondFactors } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect, useState } from 'react'
import { PlusIcon, ShieldIcon } from '../../elements/account-icons.tsx'
import { Button } from '../../elements/button.tsx'
import { LazyBoundary, LazyPart, lazyPart } from '../../elements/lazy-part.tsx'
import { Section } from '../../elements/page.tsx'
import { Skeleton } from '../../elements/skeleton.tsx'
import { EmptyRow, Tray } from '../../elements/tray.tsx'
import { RowAlert } from '../../errors/global-alert.tsx'
import { secondFactorMessages } from '../../messages/en/second-factors.ts'
import { MessagesProvider, Text, useMessages } from '../../messages/messages-context.tsx'
import { useSectionFocus } from '../use-section-focus.ts'
import { ChooseFactor, ConfirmFactor } from './mfa-panels.tsx'
import { FactorLine } from './mfa-rows.tsx'

const section = 'userProfile.start.mfaSection'

/** Fetched with the first panel that opens: these come after it. */
const laterPanels = lazyPart(async () => (await import('./mfa-later-panels.tsx')).MfaLaterPanels)

/** Two-step verification: an authenticator app, codes by text message, backup codes. */
export const MfaSection = (): ReactNode => (
  <MessagesProvider catalog={secondFactorMessages}>
    <SecondFactors flow={useSecondFactors()} />
  </MessagesProvider>
)

function SecondFactors({ flow }: { flow: SecondFactorsProps }) {
  const [isReady, setReady] = useState(false)
  const focus = useSectionFocus({ ...flow, focusKey: `${flow.focusKey} ${isReady}` })
  useNotice(flow.notice)
  const { panel, rows, addable } = flow
  useEffect(() => {
    if (panel.kind !== 'closed') laterPanels.preload()
  }, [panel.kind])
  const isEmpty = rows.length === 0
  const inRow = panel.kind === 'remove' || panel.kind === 'renew'
  if (!flow.isVisible) return null
  return (
    <div ref={focus}>
      <Section
        id="mfa"
        title={<Text k={`${section}.title`} />}
        subtitle={<Text k={`${section}.subtitle`} />}
        action={!isEmpty && panel.kind === 'closed' && addable.length > 0 && <AddButton flow={flow} />}
      >
        <Tray id="mfa" rows={isEmpty ? <Empty flow={flow} /> : rows.map((row) => drawRow(row, flow))}>
          {!inRow && <OpenPanel flow={flow} onReady={setReady} />}
        </Tray>
        {panel.kind === 'closed' && <RowAlert error={flow.globalError} onRetry={flow.retry} />}
      </Section>
    </div>
  )
}

function drawRow(row: SecondFactorRow, flow: SecondFactorsProps) {
  const { panel } = flow
  const isOpen =
    (panel.kind === 'remove' && panel.id === row.id) || (panel.kind === 'renew' && row.kind === 'backup')
  return (
    <FactorLine key={row.id} row={row} flow={flow}>
      {isOpen && <ConfirmFactor flow={flow} row={row} />}
    </FactorLine>
  )
}

function OpenPanel({ flow, onReady }: { flow: SecondFactorsProps; onReady: (isReady: true) => void }) {
  const { panel } = flow
  if (panel.kind === 'choose') return <ChooseFactor flow={flow} />
  if (panel.kind === 'closed') return null
  return (
    <LazyBoundary fallback={<Skeleton height="7rem" />}>
      <LazyPart part={laterPanels} props={{ flow, onReady }} />
    </LazyBoundary>
  )
}

function AddButton({ flow }: { flow: SecondFactorsProps }) {
  const { text } = useMessages()
  return (
    <Button
      element="profileSectionPrimaryButton"
      elementId="mfa"
      variant="quiet"
      size="small"
      align="end"
      icon={<PlusIcon size={16} />}
      data-opener="add"
      aria-label={text(`${section}.primaryButton`)}
      pending={flow.isPending}
      onClick={flow.openAdd}
    >
      <Text k={`${section}.primaryButton__short`} />
    </Button>
  )
}

const Empty = ({ flow }: { flow: SecondFactorsProps }) => (
  <EmptyRow icon={<ShieldIcon />}>
    <Text k={`${section}.empty`} />{' '}
    {flow.panel.kind === 'closed' && (
      <Button variant="link" data-opener="add" onClick={flow.openAdd}>
        <Text k={`${section}.emptyAction`} />
      </Button>
    )}
  </EmptyRow>
)

const notices = {
  added: 'userProfile.mfaPage.successMessage',
  removed: 'userProfile.mfaPage.removedMessage',
  default: 'userProfile.mfaPage.defaultMessage',
  codes: 'userProfile.backupCodePage.successMessage',
} as const

function useNotice(notice: SecondFactorsProps['notice']) {
  const announce = useAnnounce()
  const { text } = useMessages()
  useEffect(() => {
    if (notice) announce(text(notices[notice]))
  }, [notice, announce, text])
}
