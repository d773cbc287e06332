'use client'
import { useUserSessions } from '@usher/hooks'
import { useState } from 'react'
import { useFlowAction } from '../action/use-flow-action.ts'
import type { SessionActivityLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import type { ActiveSession, ActiveSessionsProps } from './sessions.props.ts'

/**
 * Lists the devices on which the person is signed in and signs them out, one or all others. A row stays pending until
 * the server has confirmed. Talks to `/v1/me/sessions/active` and `/v1/me/sessions/{id}/revoke`.
 */
export function useActiveSessions(): ActiveSessionsProps {
  const { session } = useKit()
  const { data, revalidate } = useUserSessions()
  const list: readonly SessionActivityLike[] = data ?? []
  const [pendingIds, setPendingIds] = useState<ReadonlySet<string>>(new Set())
  const [notice, setNotice] = useState<ActiveSessionsProps['notice']>(null)
  const action = useFlowAction('active-sessions', [])
  const sessions = list
    .map((item) => ({
      ...deviceOf(item),
      isCurrent: item.id === session?.id,
      isPending: pendingIds.has(item.id),
    }))
    .sort(byUse)
  const others = list.filter(({ id }) => id !== session?.id)

  const end = async (ending: readonly SessionActivityLike[]) => {
    const ids = ending.map(({ id }) => id).filter((id) => !pendingIds.has(id))
    if (ids.length === 0) return
    setNotice(null)
    setPendingIds((last) => new Set([...last, ...ids]))
    await action.run('row', async () => {
      for (const item of ending) await item.revoke()
      await revalidate()
      return () => setNotice({ kind: 'signed-out', count: ids.length })
    })
    setPendingIds((last) => new Set([...last].filter((id) => !ids.includes(id))))
  }

  return {
    isLoaded: data !== undefined,
    isPending: false,
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: notice ? `${notice.kind} ${list.length}` : '',
    focusTarget: notice ? { kind: 'heading' } : null,
    sessions,
    otherCount: others.length,
    isSigningOutOthers: others.length > 0 && others.every(({ id }) => pendingIds.has(id)),
    notice,
    signOut: (id) => end(list.filter((item) => item.id === id)),
    signOutOthers: () => end(others),
  }
}

function deviceOf({ id, lastActiveAt, latestActivity: activity }: SessionActivityLike) {
  return {
    id,
    lastActiveAt: Number(lastActiveAt),
    deviceType: activity.deviceType ?? null,
    isMobile: activity.isMobile ?? false,
    browserName: activity.browserName ?? null,
    browserVersion: activity.browserVersion ?? null,
    ipAddress: activity.ipAddress ?? null,
    city: activity.city ?? null,
    country: activity.country ?? null,
    isNewPlace: activity.isNewPlace ?? false,
  }
}

const byUse = (one: ActiveSession, other: ActiveSession) =>
  Number(other.isCurrent) - Number(one.isCurrent) || other.lastActiveAt - one.lastActiveAt
