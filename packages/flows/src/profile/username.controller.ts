'use client'
import { useUsernameAvailability } from '../username/use-username-availability.ts'
import type { UsernameProps } from './profile.props.ts'
import { useProfileForm } from './use-profile-form.ts'

/**
 * Shows and changes the username of the signed-in person (`PATCH /v1/me`), and tells while they type whether it is
 * free (`GET /v1/username_availability`).
 */
export function useUsername(): UsernameProps {
  const form = useProfileForm('username', ['username'])
  const { username } = form.values
  const [availability, typeUsername] = useUsernameAvailability()
  return {
    ...form,
    username,
    availability: form.isOpen ? availability : null,
    // One's own name is free, but saying so helps nobody.
    typeUsername: (typed) => typeUsername(typed.trim() === username ? '' : typed),
    open: () => {
      typeUsername('')
      form.open()
    },
  }
}
