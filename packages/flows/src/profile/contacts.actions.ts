import type { useFlowAction } from '../action/use-flow-action.ts'
import type { ContactRow, ContactsEvent, ContactsPanel } from './contacts.machine.ts'
import type { ContactsProps } from './profile.props.ts'
import type { Contact } from './use-contacts.ts'

type Context = {
  rows: ContactRow[]
  panel: ContactsPanel
  isByLink: boolean
  action: Pick<ReturnType<typeof useFlowAction>, 'run'>
  find: (id: string) => Contact | undefined
  /** Adds one; nothing comes back when nobody is signed in. */
  create: (value: string) => Promise<Contact | undefined>
  makePrimary: (id: string) => Promise<unknown>
  /** Moves because the person asked for it; ignored while an action runs. */
  go: (event: ContactsEvent) => void
  /** Moves because an action has ended. */
  move: (event: ContactsEvent) => void
  setNotice: (notice: ContactsProps['notice']) => void
  setPendingRowId: (id: string | null) => void
  /** The row went back to where it was, and may have lost the focus by it. */
  onRefused: (id: string) => void
}

type Actions =
  | 'openAdd'
  | 'openVerify'
  | 'openRemove'
  | 'close'
  | 'submitNew'
  | 'submitCode'
  | 'awaitLink'
  | 'setPrimary'
  | 'confirmRemove'

/** What a person can do with their addresses or numbers. */
export function contactActions(context: Context): Pick<ContactsProps, Actions> {
  const { rows, panel, isByLink, action, find, go, move, setNotice, setPendingRowId } = context

  const open = (type: 'open-verify' | 'open-remove') => (id: string) => {
    const contact = find(id)
    if (contact) go({ type, id, value: contact.value, ...(type === 'open-verify' && { isByLink }) })
  }

  return {
    openAdd: () => go({ type: 'open-add' }),
    openVerify: open('open-verify'),
    openRemove: open('open-remove'),
    close: () => go({ type: 'close' }),
    submitNew: ({ value }) =>
      action.run('submit', async () => {
        const added = await context.create(value.trim())
        if (!added) return undefined
        return () => move({ type: 'added', id: added.id, value: added.value, isByLink })
      }),
    submitCode: ({ code }) =>
      action.run('submit', async () => {
        if (panel.kind !== 'verify') return undefined
        await find(panel.id)?.attemptVerification({ code })
        return () => {
          move({ type: 'verified', id: panel.id })
          setNotice({ kind: panel.isNew ? 'added' : 'verified', value: panel.value })
        }
      }),
    awaitLink: async (signal) => {
      const contact = panel.kind === 'verify' ? find(panel.id) : undefined
      await contact?.waitForLink?.(signal)
    },
    // Shown at once, so there is no row to wait for.
    setPrimary: (id) =>
      action.run('row', async () => {
        try {
          await context.makePrimary(id)
        } catch (error) {
          context.onRefused(id)
          throw error
        }
        return () => {
          move({ type: 'made-primary', id })
          setNotice({ kind: 'primary', value: find(id)?.value ?? '' })
        }
      }),
    confirmRemove: async () => {
      if (panel.kind !== 'remove') return
      const { id, value } = panel
      setPendingRowId(id)
      await action.run('submit', async () => {
        await find(id)?.destroy()
        return () => {
          move({ type: 'removed', nextId: neighbour(rows, id) })
          setNotice({ kind: 'removed', value })
        }
      })
      setPendingRowId(null)
    },
  }
}

function neighbour(rows: ContactRow[], id: string) {
  const index = rows.findIndex((row) => row.id === id)
  return (rows[index + 1] ?? rows[index - 1])?.id ?? null
}
