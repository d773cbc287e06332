import type { SessionJSON, SessionWithActivityJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { memo } from './memo.ts'

/** A session of the user on any device, with what is known of that device. */
export type SessionWithActivitiesResource = {
  id: string
  status: string
  expireAt: Date
  abandonAt: Date
  lastActiveAt: Date
  actor: Record<string, unknown> | null
  latestActivity: {
    id: string
    deviceType: string | null
    isMobile: boolean
    browserName: string | null
    browserVersion: string | null
    ipAddress: string | null
    city: string | null
    country: string | null
  }
  /** Signs that device out. `POST /v1/me/sessions/{id}/revoke` */
  revoke(): Promise<void>
}

export const toSessionWithActivities = memo(
  (json: SessionWithActivityJSON, api: Api): SessionWithActivitiesResource => {
    const { latest_activity: activity } = json
    return {
      id: json.id,
      status: json.status,
      expireAt: new Date(json.expire_at),
      abandonAt: new Date(json.abandon_at),
      lastActiveAt: new Date(json.last_active_at),
      actor: json.actor,
      latestActivity: {
        id: activity.id,
        deviceType: activity.device_type,
        isMobile: activity.is_mobile,
        browserName: activity.browser_name,
        browserVersion: activity.browser_version,
        ipAddress: activity.ip_address,
        city: activity.city,
        country: activity.country,
      },
      revoke: async () => {
        await api.transport.call<SessionJSON>(`/me/sessions/${json.id}/revoke`, { method: 'POST' })
        await api.queryClient.invalidateQueries({ queryKey: ['usher', 'sessions'] })
      },
    }
  },
)
