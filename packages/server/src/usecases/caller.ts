import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Device } from '../devices/describe-device.ts'

/** Who asks: a signed-in session of this browser, and the device it asks from. */
export type Caller = { client: ClientRow; session: SessionRow; device: Device }
