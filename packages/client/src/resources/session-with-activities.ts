import type { SessionJSON, SessionWithActivityJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { camelize } from '../transport/camelize.ts'
import { memo } from './memo.ts'
import type { SessionResource } from './session.ts'

/** A session of the user on any device, with what is known of that device. */
export type SessionWithActivitiesResource = {
  id: string
  status: string
  expireAt: Date
  abandonAt: Date
  lastActiveAt: Date
  actor: SessionResource['actor']
  latestActivity: {
    id: string
    deviceType: string | null
    isMobile: boolean
    browserName: string | null
    browserVersion: string | null
    ipAddress: string | null
    city: string | null
    country: string | null
    /** The user had not been signed in from that country before. Ours, beside Clerk's names. */
    isNewPlace: boolean
  }
  /** Signs that device out. `POST /v1/me/sessions/{id}/revoke` */
  revoke(): Promise<void>
}

export const toSessionWithActivities = memo(
  (json: SessionWithActivityJSON, api: Api): SessionWithActivitiesResource => {
    return {
      ...camelize(json),
      latestActivity: camelize(json.latest_activity),
      revoke: async () => {
        await api.transport.call<SessionJSON>(`/me/sessions/${json.id}/revoke`, { method: 'POST' })
        api.queryClient.setQueriesData<SessionWithActivityJSON[]>(
          { queryKey: ['usher', 'sessions'] },
          (list) => list?.filter(({ id }) => id !== json.id),
        )
      },
    }
  },
)
