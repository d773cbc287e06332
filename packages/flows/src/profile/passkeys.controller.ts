'use client'
import { isWebAuthnSupported } from '@usher/hooks'
import { useReducer, useState } from 'react'
import { passkeyVerdict } from '../action/passkey-verdict.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import type { PasskeyResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import {
  closedPasskeys,
  type PasskeyRow,
  type PasskeysEvent,
  type PasskeysPanel,
  passkeysReducer,
} from './passkeys.machine.ts'
import type { PasskeysProps } from './profile.props.ts'

/** Shows the passkeys of the signed-in person, adds, renames and removes them. Talks to `/v1/me/passkeys`. */
export function usePasskeys(): PasskeysProps {
  const { isLoaded, user, environment } = useKit()
  const [state, move] = useReducer(passkeysReducer, closedPasskeys)
  const [notice, setNotice] = useState<PasskeysProps['notice']>(null)
  const { panel: livePanel, turn } = state
  const action = useFlowAction(`${livePanel.kind} ${turn}`, ['name'])
  const isPending = action.pending === 'submit'
  const { panel, rows } = useHeld({ panel: livePanel, rows: (user?.passkeys ?? []).map(toRow) }, isPending)
  const subject = () => user?.passkeys.find(({ id }) => 'id' in livePanel && id === livePanel.id)
  const go = (event: PasskeysEvent) => {
    if (isPending) return
    action.clear()
    setNotice(null)
    move(event)
  }
  const open = (kind: 'rename' | 'remove') => (id: string) => {
    const passkey = user?.passkeys.find((candidate) => candidate.id === id)
    if (passkey) go({ type: 'open', panel: { kind, id, name: passkey.name } })
  }
  const change = (said: PasskeysProps['notice'], work: () => Promise<string | null>) =>
    action.run('submit', async () => {
      const rowId = await work().catch((error) => {
        throw passkeyVerdict(error)
      })
      return () => {
        setNotice(said)
        move({ type: 'done', rowId })
      }
    })

  return {
    isLoaded,
    isPending,
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: String(turn),
    focusTarget: state.focusTarget,
    isVisible: environment?.user_settings.attributes.passkey.enabled ?? false,
    canAdd: isWebAuthnSupported(),
    rows,
    panel,
    isAdding: isPending && isClosed(panel),
    notice,
    add: () => {
      setNotice(null)
      return change('added', async () => (await user?.createPasskey())?.id ?? null)
    },
    openRename: open('rename'),
    openRemove: open('remove'),
    close: () => go({ type: 'close' }),
    submitName: ({ name }) =>
      change('renamed', async () => {
        await subject()?.update({ name: name.trim() })
        return 'id' in livePanel ? livePanel.id : null
      }),
    confirmRemove: () =>
      change('removed', async () => {
        await subject()?.delete()
        return null
      }),
  }
}

const isClosed = ({ kind }: PasskeysPanel) => kind === 'closed'

const toRow = ({ id, name, backedUp, createdAt, lastUsedAt }: PasskeyResourceLike): PasskeyRow => ({
  ...{ id, name, isBackedUp: backedUp, createdAt: Number(createdAt) },
  lastUsedAt: lastUsedAt === null ? null : Number(lastUsedAt),
})
