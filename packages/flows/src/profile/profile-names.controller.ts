'use client'
import { useState } from 'react'
import { useFlowAction } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import type { ProfileNameField, ProfileNamesProps } from './profile.props.ts'

type Names = { firstName: string; lastName: string }

/** Shows and changes the names of the signed-in person (`PATCH /v1/me`): at once, and back when it is refused. */
export function useProfileNames(): ProfileNamesProps {
  const { isLoaded, user, environment } = useKit()
  const [{ isOpen, turn }, setPanel] = useState({ isOpen: false, turn: 0 })
  const [draft, setDraft] = useState<Names | null>(null)
  const attributes = environment?.user_settings.attributes
  const fields = nameFields.flatMap(([attribute, name]): ProfileNameField[] => {
    const use = attributes?.[attribute]
    return use?.enabled ? [{ name, isRequired: use.required }] : []
  })
  const action = useFlowAction(
    'names',
    fields.map(({ name }) => name),
  )
  const isSaving = action.pending === 'submit'
  const saved = { firstName: user?.firstName ?? '', lastName: user?.lastName ?? '' }
  const { firstName, lastName } = (isSaving && draft) || saved

  const toggle = (open: boolean) => setPanel((last) => ({ isOpen: open, turn: last.turn + 1 }))
  const submit: ProfileNamesProps['submit'] = (values) =>
    action.run('submit', async () => {
      const names = trimmed({ ...saved, ...values })
      setDraft(names)
      toggle(false)
      try {
        await user?.update(names)
      } catch (error) {
        toggle(true)
        throw error
      }
      return () => setDraft(null)
    })

  return {
    isLoaded,
    isPending: isSaving,
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: String(turn),
    focusTarget: focusTarget(turn, isOpen, fields[0]?.name),
    isVisible: fields.length > 0,
    isOpen,
    fields,
    firstName,
    lastName,
    fullName: [firstName, lastName].filter(Boolean).join(' '),
    imageUrl: user?.imageUrl ?? '',
    hasImage: user?.hasImage ?? false,
    userId: user?.id ?? '',
    identifier: user?.primaryEmailAddress?.emailAddress ?? user?.username ?? '',
    isSaving,
    defaultValues: draft ?? saved,
    open: () => toggle(true),
    close: () => {
      action.clear()
      setDraft(null)
      toggle(false)
    },
    submit,
  }
}

const nameFields = [
  ['first_name', 'firstName'],
  ['last_name', 'lastName'],
] as const

const trimmed = ({ firstName, lastName }: Names): Names => ({
  firstName: firstName.trim(),
  lastName: lastName.trim(),
})

function focusTarget(turn: number, isOpen: boolean, first: string | undefined) {
  if (turn === 0) return null
  return isOpen && first
    ? { kind: 'field' as const, name: first }
    : { kind: 'opener' as const, panel: 'edit' as const }
}
