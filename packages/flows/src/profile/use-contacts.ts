'use client'
import { useEffect, useReducer, useState } from 'react'
import { useCodeDelivery } from '../action/use-code-delivery.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import type { EmailAddressResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { contactActions } from './contacts.actions.ts'
import {
  type ContactsEvent,
  type ContactsPanel,
  closedContacts,
  contactRows,
  contactsReducer,
} from './contacts.machine.ts'
import type { ContactsProps } from './profile.props.ts'

/** An address or a number, whichever the section is about. */
export type Contact = {
  id: string
  value: string
  verification: EmailAddressResourceLike['verification']
  prepareVerification: () => Promise<unknown>
  /** Resolves when the link was confirmed or is too old, and the list says so. */
  waitForLink?: (signal: AbortSignal) => Promise<unknown>
  attemptVerification: (params: { code: string }) => Promise<unknown>
  destroy: () => Promise<unknown>
}

type Contacts = {
  strategy: 'email_code' | 'email_link' | 'phone_code'
  /** The name that the server has for what is typed, in the spelling of the kit. */
  paramName: 'emailAddress' | 'phoneNumber'
  list: Contact[]
  primaryId: string | null
  /** The account keeps a way to sign in when all of these are gone. */
  hasOtherWay: boolean
  create: (value: string) => Promise<Contact | undefined>
  makePrimary: (id: string) => Promise<unknown>
}

/** Lists the addresses or numbers of a person and adds, verifies, removes them or makes one primary, a panel at a time. */
export function useContacts(contacts: Contacts): ContactsProps {
  const { isLoaded } = useKit()
  const { list, strategy, primaryId, hasOtherWay, paramName, create, makePrimary } = contacts
  const [state, move] = useReducer(contactsReducer, closedContacts)
  const [notice, setNotice] = useState<ContactsProps['notice']>(null)
  const [pendingRowId, setPendingRowId] = useState<string | null>(null)
  const [refused, setRefused] = useState({ id: '', turn: -1, count: 0 })
  const liveRows = contactRows(list, { primaryId, hasOtherWay })
  const livePanel = openPanel(state.panel, list)
  const isByLink = strategy === 'email_link'
  const names =
    livePanel.kind === 'add' ? [paramName] : livePanel.kind === 'verify' ? (['code'] as const) : []
  const action = useFlowAction(`${livePanel.kind} ${state.turn}`, names)
  const { rows, panel } = useHeld({ rows: liveRows, panel: livePanel }, action.pending === 'submit')
  const find = (id: string) => list.find((contact) => contact.id === id)
  const subject = 'id' in livePanel ? find(livePanel.id) : undefined
  const { code, resend } = useCodeDelivery({
    key: livePanel.kind === 'verify' ? `${livePanel.id} ${state.turn}` : null,
    state: codeOf(subject, strategy),
    renews: true,
    isLink: isByLink,
    expireAt: subject?.verification?.expireAt ?? null,
    send: async () => subject?.prepareVerification(),
    action,
  })
  useProvedByLink({ isByLink, panel: state.panel, find, move, setNotice })
  const go = (event: ContactsEvent) => {
    if (action.pending === 'submit') return
    action.clear()
    setNotice(null)
    move(event)
  }
  const { [paramName]: value, ...others } = action.errors as Record<string, typeof action.errors.code>

  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: { ...others, ...(value && { value }) },
    globalError: action.globalError,
    retry: action.retry,
    focusKey: `${state.turn} ${code.resentCount} ${refused.count}`,
    focusTarget: refused.turn === state.turn ? { kind: 'row', id: refused.id } : state.focusTarget,
    rows,
    panel,
    pendingRowId,
    code,
    isByLink,
    resend,
    notice,
    ...contactActions({
      ...{ rows, panel, isByLink, action, find, create, makePrimary },
      ...{ go, move, setNotice, setPendingRowId },
      onRefused: (id) => setRefused(({ count }) => ({ id, turn: state.turn, count: count + 1 })),
    }),
  }
}

// A link is confirmed on another page, which nobody here has to wait for.
function useProvedByLink({
  isByLink,
  panel,
  find,
  move,
  setNotice,
}: {
  isByLink: boolean
  panel: ContactsPanel
  find: (id: string) => Contact | undefined
  move: (event: ContactsEvent) => void
  setNotice: (notice: ContactsProps['notice']) => void
}) {
  const proved = isByLink && panel.kind === 'verify' ? find(panel.id) : undefined
  const isProved = proved?.verification?.status === 'verified'
  useEffect(() => {
    if (!isProved || panel.kind !== 'verify') return
    move({ type: 'verified', id: panel.id })
    setNotice({ kind: panel.isNew ? 'added' : 'verified', value: panel.value })
  }, [isProved, panel, move, setNotice])
}

// Another tab may have removed or verified what the panel is about.
function openPanel(panel: ContactsPanel, list: readonly Contact[]): ContactsPanel {
  if (!('id' in panel)) return panel
  const contact = list.find(({ id }) => id === panel.id)
  const isOver = !contact || (panel.kind === 'verify' && contact.verification?.status === 'verified')
  return isOver ? { kind: 'closed' } : panel
}

function codeOf(contact: Contact | undefined, sent: string) {
  const { status = null, strategy = null } = contact?.verification ?? {}
  if (!contact) return 'none'
  if (strategy !== sent) return 'unsent'
  return status === 'unverified' ? 'sent' : 'dead'
}
