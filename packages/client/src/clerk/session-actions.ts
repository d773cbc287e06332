import type { Core } from './core.ts'
import type { Clerk } from './types.ts'

type Routes = Pick<
  Clerk,
  'navigate' | 'buildTasksUrl' | 'buildAfterSignOutUrl' | 'buildAfterMultiSessionSingleSignOutUrl'
>

/** Choosing the active session, and signing out. */
export function createSessionActions(
  { api, client, activeSession, options }: Core,
  routes: Routes,
): Pick<Clerk, 'setActive' | 'signOut'> {
  return {
    async setActive({ session, redirectUrl, navigate: goOn }) {
      const id = typeof session === 'object' ? (session?.id ?? null) : session
      if (id)
        await api.transport.call(`/client/sessions/${id}/touch`, {
          method: 'POST',
          fields: { activeOrganizationId: '', intent: 'select_session' },
        })
      if (id !== undefined) api.activate(id)
      const active = activeSession()
      const task = active?.currentTask?.key
      const ownPage = task && options().taskUrls?.[task]
      if (ownPage) await routes.navigate(ownPage)
      else if (goOn && active) await goOn({ session: active, decorateUrl: (url) => url })
      else if (redirectUrl) await routes.navigate(task ? routes.buildTasksUrl({ redirectUrl }) : redirectUrl)
    },
    async signOut(first, more = {}) {
      const { sessionId, redirectUrl } = typeof first === 'function' ? more : { ...first }
      const isActive = sessionId === activeSession()?.id
      const isOneOfSeveral =
        sessionId !== undefined && client()?.signedInSessions.some(({ id }) => id !== sessionId)
      if (isOneOfSeveral) await api.transport.call(`/client/sessions/${sessionId}/remove`, { method: 'POST' })
      else await api.transport.call('/client/sessions', { method: 'DELETE' })
      api.tokens.forget(sessionId)
      if (typeof first === 'function') await first()
      else if (!isOneOfSeveral) await routes.navigate(redirectUrl ?? routes.buildAfterSignOutUrl())
      else if (isActive) await routes.navigate(redirectUrl ?? routes.buildAfterMultiSessionSingleSignOutUrl())
    },
  }
}
