'use client'
import { useClerk } from '@usher/hooks'
import { useState } from 'react'
import type { useFlowAction } from '../action/use-flow-action.ts'
import type { ExternalAccountResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { landingUrl } from '../link/landing-url.ts'
import { useReturn } from '../sso/use-return.ts'
import type { ConnectedAccountsProps } from './connected-accounts.props.ts'

type Asked = Promise<ExternalAccountResourceLike> | undefined

/** Goes to providers to connect accounts; the page stays as it is until it goes. */
export function useProviderTrip(
  action: Pick<ReturnType<typeof useFlowAction>, 'run'>,
  wanted: Record<string, string[]>,
): Pick<ConnectedAccountsProps, 'pendingId' | 'connect' | 'reconnect'> {
  const { user } = useKit()
  const clerk = useClerk()
  const [pendingId, setPendingId] = useState<string | null>(null)
  useReturn(() => setPendingId(null))
  const leaveFor = (id: string, slug: string, ask: (params: Params) => Asked) =>
    action.run('row', async () => {
      setPendingId(id)
      try {
        const asked = await ask({
          redirectUrl: landingUrl(clerk.__internal.modal.get()?.name),
          additionalScopes: wanted[slug],
        })
        const url = asked?.verification.externalVerificationRedirectURL
        if (url) clerk.__internal.api.leave(url.href)
      } catch (error) {
        setPendingId(null)
        throw error
      }
      return undefined
    })
  const create = (strategy: string) => (params: Params) =>
    user?.createExternalAccount({ strategy, ...params })
  return {
    pendingId,
    connect: (strategy) => leaveFor(strategy, strategy.replace('oauth_', ''), create(strategy)),
    reconnect: async (id) => {
      const account = user?.externalAccounts.find((one) => one.id === id)
      if (!account) return
      const isConnected = account.verification?.status === 'verified'
      await leaveFor(
        id,
        account.provider,
        isConnected ? (params) => account.reauthorize(params) : create(`oauth_${account.provider}`),
      )
    },
  }
}

type Params = { redirectUrl: string; additionalScopes?: string[] | undefined }
