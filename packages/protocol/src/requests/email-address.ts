import * as z from 'zod/mini'
import { optionalText, text } from './fields.ts'

/** `POST /v1/me/email_addresses` */
export const createEmailAddress = z.object({ email_address: text(254) })

/** `POST /v1/me/email_addresses/{id}/prepare_verification` */
export const prepareEmailAddress = z.object({ strategy: text(64), redirect_url: optionalText(2048) })

/** `POST /v1/me/email_addresses/{id}/attempt_verification` */
export const attemptEmailAddress = z.object({ code: text(64) })
