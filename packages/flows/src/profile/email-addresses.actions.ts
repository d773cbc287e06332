import type { useFlowAction } from '../action/use-flow-action.ts'
import type { EmailAddressResourceLike, UserResourceLike } from '../kit/kit.ts'
import type { EmailAddressesEvent, EmailAddressesPanel, EmailAddressRow } from './email-addresses.machine.ts'
import type { EmailAddressesProps } from './profile.props.ts'

type Context = {
  user: UserResourceLike | null
  rows: EmailAddressRow[]
  panel: EmailAddressesPanel
  action: Pick<ReturnType<typeof useFlowAction>, 'run'>
  find: (id: string) => EmailAddressResourceLike | undefined
  /** Moves because the person asked for it; ignored while an action runs. */
  go: (event: EmailAddressesEvent) => void
  /** Moves because an action has ended. */
  move: (event: EmailAddressesEvent) => void
  setNotice: (notice: EmailAddressesProps['notice']) => void
  setPendingRowId: (id: string | null) => void
}

type Actions =
  | 'openAdd'
  | 'openVerify'
  | 'openRemove'
  | 'close'
  | 'submitAddress'
  | 'submitCode'
  | 'setPrimary'
  | 'confirmRemove'

/** What a person can do with their email addresses. */
export function emailAddressActions(context: Context): Pick<EmailAddressesProps, Actions> {
  const { user, rows, panel, action, find, go, move, setNotice, setPendingRowId } = context

  const open = (type: 'open-verify' | 'open-remove') => (id: string) => {
    const address = find(id)
    if (address) go({ type, id, emailAddress: address.emailAddress })
  }

  return {
    openAdd: () => go({ type: 'open-add' }),
    openVerify: open('open-verify'),
    openRemove: open('open-remove'),
    close: () => go({ type: 'close' }),
    submitAddress: ({ emailAddress }) =>
      action.run('submit', async () => {
        const added = await user?.createEmailAddress({ email: emailAddress.trim() })
        if (!added) return undefined
        return () => move({ type: 'added', id: added.id, emailAddress: added.emailAddress })
      }),
    submitCode: ({ code }) =>
      action.run('submit', async () => {
        if (panel.kind !== 'verify') return undefined
        await find(panel.id)?.attemptVerification({ code })
        return () => {
          move({ type: 'verified', id: panel.id })
          setNotice({ kind: panel.isNew ? 'added' : 'verified', emailAddress: panel.emailAddress })
        }
      }),
    setPrimary: async (id) => {
      setPendingRowId(id)
      await action.run('submit', async () => {
        await user?.update({ primaryEmailAddressId: id })
        return () => {
          move({ type: 'made-primary', id })
          setNotice({ kind: 'primary', emailAddress: find(id)?.emailAddress ?? '' })
        }
      })
      setPendingRowId(null)
    },
    confirmRemove: async () => {
      if (panel.kind !== 'remove') return
      const { id, emailAddress } = panel
      setPendingRowId(id)
      await action.run('submit', async () => {
        await find(id)?.destroy()
        return () => {
          move({ type: 'removed', nextId: neighbour(rows, id) })
          setNotice({ kind: 'removed', emailAddress })
        }
      })
      setPendingRowId(null)
    },
  }
}

function neighbour(rows: EmailAddressRow[], id: string) {
  const index = rows.findIndex((row) => row.id === id)
  return (rows[index + 1] ?? rows[index - 1])?.id ?? null
}
