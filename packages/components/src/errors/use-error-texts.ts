import type { FieldErrors } from '@usher/flows'
import { useMemo } from 'react'
import { useMessages } from '../messages/messages-context.tsx'

/** The words for the errors of a form's fields, by field name. */
export function useErrorTexts(errors: FieldErrors<string>): Record<string, string> {
  const { error } = useMessages()
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(errors).flatMap(([field, item]) => (item ? [[field, error(item)]] : [])),
      ),
    [errors, error],
  )
}
