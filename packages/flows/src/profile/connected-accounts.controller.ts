'use client'
import { useState } from 'react'
import type { FocusTarget } from '../action/flow-props.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import type { ExternalAccountResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { providersOf } from '../sso/providers.ts'
import type { SsoProvider } from '../sso/sso.props.ts'
import type {
  ConnectedAccount,
  ConnectedAccountsPanel,
  ConnectedAccountsProps,
} from './connected-accounts.props.ts'
import { useProviderTrip } from './use-provider-trip.ts'

export type ConnectedAccountsOptions = {
  /** What the app wants to be allowed, by the name of the provider: `{ google: ['…'] }`. */
  additionalOAuthScopes?: Record<string, string[]> | undefined
}

type State = {
  panel: ConnectedAccountsPanel
  focus: FocusTarget | null
  turn: number
  removed: string | null
}

/** The accounts elsewhere that the person signs in with: connects, reconnects and disconnects them. */
export function useConnectedAccounts({
  additionalOAuthScopes = {},
}: ConnectedAccountsOptions = {}): ConnectedAccountsProps {
  const { isLoaded, user, environment } = useKit()
  const [state, setState] = useState<State>({
    panel: { kind: 'closed' },
    focus: null,
    turn: 0,
    removed: null,
  })
  const action = useFlowAction(`${state.panel.kind} ${state.turn}`, [])
  const trip = useProviderTrip(action, additionalOAuthScopes)
  const isRemoving = action.pending === 'submit'
  const accounts = user?.externalAccounts ?? []
  const providers = providersOf(environment, null)
  const live = accounts.flatMap((account) => rowOf(account, providers, additionalOAuthScopes))
  const rows = useHeld(live, isRemoving)
  const move = (panel: ConnectedAccountsPanel, focus: FocusTarget, removed: string | null = null) => {
    if (isRemoving) return
    action.clear()
    setState(({ turn }) => ({ panel, focus, turn: turn + 1, removed }))
  }
  const opener: FocusTarget =
    state.panel.kind === 'remove'
      ? { kind: 'opener', panel: 'remove', rowId: state.panel.id }
      : { kind: 'opener', panel: 'add' }

  return {
    isLoaded: isLoaded && Boolean(user),
    isPending: isRemoving,
    errors: {},
    globalError: action.globalError,
    retry: action.retry,
    focusKey: `${state.turn}`,
    focusTarget: state.focus,
    rows,
    addable: providers.filter(
      ({ strategy }) => !rows.some((row) => row.isConnected && row.provider.strategy === strategy),
    ),
    panel: state.panel,
    removed: state.removed,
    openAdd: () => move({ kind: 'add' }, { kind: 'heading' }),
    openRemove: (id) => move({ kind: 'remove', id }, { kind: 'heading' }),
    close: () => move({ kind: 'closed' }, opener),
    ...trip,
    confirmRemove: () =>
      action.run('submit', async () => {
        const id = state.panel.kind === 'remove' ? state.panel.id : ''
        const name = rows.find((row) => row.id === id)?.provider.name ?? ''
        await accounts.find((one) => one.id === id)?.destroy()
        return () =>
          setState(({ turn }) => ({
            panel: { kind: 'closed' },
            focus: { kind: 'opener', panel: 'add' },
            turn: turn + 1,
            removed: name,
          }))
      }),
  }
}

function rowOf(
  account: ExternalAccountResourceLike,
  providers: SsoProvider[],
  wanted: Record<string, string[]>,
): ConnectedAccount[] {
  const provider = providers.find(({ slug }) => slug === account.provider)
  const { status, error } = account.verification
  const isConnected = status === 'verified'
  // Somebody went to the provider and has not come back.
  if (!provider || (!isConnected && !error)) return []
  const approved = account.approvedScopes.split(' ')
  const lacksScopes = wanted[account.provider]?.some((scope) => !approved.includes(scope)) ?? false
  return [
    {
      id: account.id,
      provider,
      identifier: account.accountIdentifier(),
      error,
      isConnected,
      canReconnect: error !== null || lacksScopes,
    },
  ]
}
