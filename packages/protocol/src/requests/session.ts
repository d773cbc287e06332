import * as z from 'zod/mini'
import { optionalText } from './fields.ts'

/** `POST /v1/client/sessions/{id}/touch` */
export const touchSession = z.object({ active_organization_id: optionalText(64), intent: optionalText(64) })

/** `POST /v1/client/sessions/{id}/tokens` */
export const createToken = z.object({ organization_id: optionalText(64), tab_state: optionalText(32) })
