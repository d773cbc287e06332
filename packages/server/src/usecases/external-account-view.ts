import type { ExternalAccountRow, OAuthFlowRow } from '../database/schema/external-accounts.ts'
import type { Deps } from '../deps.ts'
import { providerOf } from '../oauth/registry.ts'
import { listExternalAccounts } from '../stores/external-account-store.ts'
import { findOAuthFlow, listAccountFlows, type OAuthFlowOwner } from '../stores/oauth-flow-store.ts'

/** A way to a provider, and the address that leads there while it may be taken. */
export type OAuthFlowView = { row: OAuthFlowRow; url: string | null }

export type ExternalAccountView = { row: ExternalAccountRow; flow: OAuthFlowView | null }

/** The accounts of several users at the providers that the settings name; no query when they name none. */
export async function loadAccountsOfUsers(deps: Deps, userIds: string[]): Promise<ExternalAccountView[]> {
  if (userIds.length === 0 || !hasProviders(deps)) return []
  const rows = await listExternalAccounts(deps.db, userIds)
  return loadExternalAccounts(
    deps,
    rows.filter((row) => providerOf(deps.settings, row.provider)),
  )
}

/** The accounts with the ways that they are on. */
export async function loadExternalAccounts(
  deps: Deps,
  rows: ExternalAccountRow[],
): Promise<ExternalAccountView[]> {
  if (rows.length === 0) return []
  const flows = await listAccountFlows(
    deps.db,
    rows.map((row) => row.id),
  )
  return Promise.all(
    rows.map(async (row) => ({
      row,
      flow: await viewFlow(
        deps,
        flows.find((flow) => flow.owner_id === row.id),
      ),
    })),
  )
}

/** The way to a provider that an attempt is on; null when there is none. */
export async function loadFlow(deps: Deps, owner: OAuthFlowOwner): Promise<OAuthFlowView | null> {
  return hasProviders(deps) ? viewFlow(deps, await findOAuthFlow(deps.db, owner)) : null
}

async function viewFlow(deps: Deps, row: OAuthFlowRow | undefined): Promise<OAuthFlowView | null> {
  if (!row) return null
  const isOpen = row.status === 'unverified' && row.expire_at > deps.clock.now()
  return { row, url: isOpen ? JSON.parse(await deps.vault.decrypt(row.request_sealed)).url : null }
}

const hasProviders = ({ settings }: Deps) => Object.keys(settings.oauth).length > 0
