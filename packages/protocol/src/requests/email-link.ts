import * as z from 'zod/mini'
import { optionalText } from './fields.ts'

/** `GET /v1/verify` and `POST /v1/verify` */
export const openEmailLink = z.object({ token: optionalText(256) })
