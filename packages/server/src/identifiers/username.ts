import { ApiError } from '../api-error.ts'

/** How many characters a username may have. */
export const usernameLength = { min: 4, max: 64 } as const

/** The normal form of a username: lower case. Refuses what is too short or long, or holds other characters. */
export function normalizeUsername(value: string): string {
  const paramName = 'username'
  const normal = value.trim().toLowerCase()
  if (normal.length < usernameLength.min || normal.length > usernameLength.max)
    throw new ApiError('form_username_invalid_length', {
      paramName,
      longMessage: `The username must have ${usernameLength.min} to ${usernameLength.max} characters.`,
    })
  if (!/^[a-z0-9_-]+$/.test(normal)) throw new ApiError('form_username_invalid_character', { paramName })
  if (/^\d+$/.test(normal)) throw new ApiError('form_username_needs_non_number_char', { paramName })
  return normal
}
