'use client'
import { useReducer, useState } from 'react'
import { useCodeDelivery } from '../action/use-code-delivery.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import { emailAddressActions } from './email-addresses.actions.ts'
import {
  closedEmailAddresses,
  type EmailAddressesEvent,
  type EmailAddressesPanel,
  type EmailAddressLike,
  emailAddressesReducer,
  emailAddressRows,
} from './email-addresses.machine.ts'
import type { EmailAddressesProps } from './profile.props.ts'

/**
 * Lists the email addresses of the signed-in person and adds, verifies, removes them or makes one primary, one panel
 * at a time. Talks to `/v1/me/email_addresses`.
 */
export function useEmailAddresses(): EmailAddressesProps {
  const { isLoaded, user } = useKit()
  const [state, move] = useReducer(emailAddressesReducer, closedEmailAddresses)
  const [notice, setNotice] = useState<EmailAddressesProps['notice']>(null)
  const [pendingRowId, setPendingRowId] = useState<string | null>(null)
  const addresses = user?.emailAddresses ?? []
  const liveRows = emailAddressRows(addresses, { primaryId: user?.primaryEmailAddressId ?? null })
  const livePanel = openPanel(state.panel, addresses)
  const action = useFlowAction(`${livePanel.kind} ${state.turn}`, fieldNames[livePanel.kind])
  const { rows, panel } = useHeld({ rows: liveRows, panel: livePanel }, action.pending === 'submit')
  const find = (id: string) => addresses.find((address) => address.id === id)
  const subject = 'id' in livePanel ? find(livePanel.id) : undefined
  const { code, resend } = useCodeDelivery({
    key: livePanel.kind === 'verify' ? `${livePanel.id} ${state.turn}` : null,
    state: codeOf(subject),
    renews: true,
    expireAt: subject?.verification?.expireAt ?? null,
    send: async () => subject?.prepareVerification({ strategy: 'email_code' }),
    action,
  })
  const go = (event: EmailAddressesEvent) => {
    if (action.pending === 'submit') return
    action.clear()
    setNotice(null)
    move(event)
  }

  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: `${state.turn} ${code.resentCount}`,
    focusTarget: state.focusTarget,
    rows,
    panel,
    pendingRowId,
    code,
    resend,
    notice,
    ...emailAddressActions({ user, rows, panel, action, find, go, move, setNotice, setPendingRowId }),
  }
}

const fieldNames: Record<EmailAddressesPanel['kind'], ('emailAddress' | 'code')[]> = {
  closed: [],
  add: ['emailAddress'],
  verify: ['code'],
  remove: [],
}

// Another tab may have removed or verified what the panel is about.
function openPanel(panel: EmailAddressesPanel, addresses: readonly EmailAddressLike[]): EmailAddressesPanel {
  if (!('id' in panel)) return panel
  const address = addresses.find(({ id }) => id === panel.id)
  const isOver = !address || (panel.kind === 'verify' && address.verification?.status === 'verified')
  return isOver ? { kind: 'closed' } : panel
}

function codeOf(address: EmailAddressLike | undefined) {
  const { status = null, strategy = null } = address?.verification ?? {}
  if (!address) return 'none'
  if (strategy !== 'email_code') return 'unsent'
  return status === 'unverified' ? 'sent' : 'dead'
}
