'use client'
import { useKit } from '../kit/use-kit.ts'
import type { ProfileNamesProps } from './profile.props.ts'
import { useProfileForm } from './use-profile-form.ts'

/** Shows and changes the names of the signed-in person (`PATCH /v1/me`): at once, and back when it is refused. */
export function useProfileNames(): ProfileNamesProps {
  const { user } = useKit()
  const form = useProfileForm('names', ['firstName', 'lastName'])
  const { firstName, lastName } = form.values
  return {
    ...form,
    fullName: [firstName, lastName].filter(Boolean).join(' '),
    userId: user?.id ?? '',
    identifier: user?.primaryEmailAddress?.emailAddress ?? user?.username ?? '',
  }
}
