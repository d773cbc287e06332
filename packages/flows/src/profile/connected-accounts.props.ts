import type { FlowError } from '../action/failure.ts'
import type { FlowProps } from '../action/flow-props.ts'
import type { SsoProvider } from '../sso/sso.props.ts'

/** An account elsewhere that the person signs in with, or that could not be connected. */
export type ConnectedAccount = {
  id: string
  provider: SsoProvider
  /** The name or address by which its owner knows it; empty while that is not known. */
  identifier: string
  /** Why it does not work, or not any more. */
  error: FlowError | null
  isConnected: boolean
  /** It can be mended by asking the provider anew. */
  canReconnect: boolean
}

export type ConnectedAccountsPanel = { kind: 'closed' | 'add' } | { kind: 'remove'; id: string }

export type ConnectedAccountsProps = FlowProps<never> & {
  rows: ConnectedAccount[]
  /** Providers of which no account is connected. */
  addable: SsoProvider[]
  panel: ConnectedAccountsPanel
  /** The strategy or the id of what is on its way to a provider. */
  pendingId: string | null
  /** What has just been disconnected, for a live region. */
  removed: string | null
  openAdd: () => void
  openRemove: (id: string) => void
  close: () => void
  /** Goes to a provider to connect an account. */
  connect: (strategy: string) => Promise<void>
  /** Goes to the provider of an account that does not work, or that shall be allowed more. */
  reconnect: (id: string) => Promise<void>
  confirmRemove: () => Promise<void>
}
