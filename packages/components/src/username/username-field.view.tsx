'use client'

import type { UsernameAvailability } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { CheckIcon } from '../elements/icons.tsx'
import { TextField } from '../elements/text-field.tsx'
import { Text, useMessages } from '../messages/messages-context.tsx'

export type UsernameFieldViewProps = {
  /** Whether what is typed is free; null while nothing is known about it. */
  availability: UsernameAvailability | null
  onType: (typed: string) => void
  required: boolean
  mark?: ReactNode
}

/** A username, with the word of the server about it under the field while it is typed. */
export function UsernameFieldView({ availability, onType, ...field }: UsernameFieldViewProps): ReactNode {
  const { text, error } = useMessages()
  const announce = useAnnounce()
  const refusal = refusalOf(availability)
  const free = availability?.state === 'available' ? availability.username : null
  useEffect(() => {
    if (free) announce(text('formFieldHintText__usernameAvailable', { username: free }))
  }, [free, announce, text])
  return (
    <TextField
      {...field}
      name="username"
      label={<Text k="formFieldLabel__username" />}
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      onValueChange={onType}
      error={refusal && error(refusal)}
      hint={hintOf(availability)}
    />
  )
}

function refusalOf(availability: UsernameAvailability | null) {
  if (availability?.state === 'invalid') return availability.error
  if (availability?.state !== 'taken') return null
  return { code: 'form_identifier_exists', meta: { paramName: 'username' } }
}

function hintOf(availability: UsernameAvailability | null): ReactNode {
  if (availability?.state === 'checking') return <Text k="formFieldHintText__usernameChecking" />
  if (availability?.state !== 'available') return undefined
  return (
    <span className="cl-formFieldSuccessText">
      <CheckIcon size={16} />
      <Text k="formFieldHintText__usernameAvailable" values={{ username: availability.username }} />
    </span>
  )
}
