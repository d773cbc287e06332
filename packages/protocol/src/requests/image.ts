import * as z from 'zod/mini'
import { digits, text } from './fields.ts'

/** Query of `GET /v1/images/default`: the picture of somebody who has none. */
export const defaultImage = z.object({
  /** Angle on the colour wheel, whole degrees. */
  hue: digits(0, 359),
  initials: z._default(text(8), ''),
})
