import { usernameLimits } from '@usher/protocol'
import { ApiError } from '../api-error.ts'

/** The normal form of a username: lower case. Refuses what is too short or long, or holds other characters. */
export function normalizeUsername(value: string): string {
  const paramName = 'username'
  const normal = value.trim().toLowerCase()
  const { minLength, maxLength } = usernameLimits
  if (normal.length < minLength || normal.length > maxLength)
    throw new ApiError('form_username_invalid_length', {
      paramName,
      longMessage: `The username must have ${minLength} to ${maxLength} characters.`,
      meta: { min_length: minLength, max_length: maxLength },
    })
  if (!/^[a-z0-9_-]+$/.test(normal)) throw new ApiError('form_username_invalid_character', { paramName })
  if (/^\d+$/.test(normal)) throw new ApiError('form_username_needs_non_number_char', { paramName })
  return normal
}
