'use client'
import { useState } from 'react'
import type { FocusTarget } from '../action/flow-props.ts'
import { useFlowAction } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import type { ProfileField, ProfileFormProps } from './profile.props.ts'

type Text = 'firstName' | 'lastName' | 'username'

const attributeOf = { firstName: 'first_name', lastName: 'last_name', username: 'username' } as const

/**
 * Shows some texts of the signed-in person and changes them in a panel (`PATCH /v1/me`): at once, and back when it is
 * refused. `scope` names the panel.
 */
export function useProfileForm<Name extends Text>(
  scope: string,
  names: readonly Name[],
): ProfileFormProps<Name> {
  const { isLoaded, user, environment } = useKit()
  const [{ isOpen, turn }, setPanel] = useState({ isOpen: false, turn: 0 })
  const [draft, setDraft] = useState<Record<Name, string> | null>(null)
  const fields = names.flatMap((name): ProfileField<Name>[] => {
    const use = environment?.user_settings.attributes[attributeOf[name]]
    return use?.enabled ? [{ name, isRequired: use.required }] : []
  })
  const action = useFlowAction(
    scope,
    fields.map(({ name }) => name),
  )
  const isSaving = action.pending === 'submit'
  const saved = textsOf(names, (name) => user?.[name] ?? '')

  const toggle = (open: boolean) => setPanel((last) => ({ isOpen: open, turn: last.turn + 1 }))
  const submit: ProfileFormProps<Name>['submit'] = (values) =>
    action.run('submit', async () => {
      const texts = textsOf(names, (name) => (values[name] ?? saved[name]).trim())
      setDraft(texts)
      toggle(false)
      try {
        await user?.update(texts)
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
    values: saved,
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

const textsOf = <Name extends Text>(names: readonly Name[], read: (name: Name) => string) =>
  Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, string>

function focusTarget(turn: number, isOpen: boolean, first: string | undefined): FocusTarget | null {
  if (turn === 0) return null
  return isOpen && first ? { kind: 'field', name: first } : { kind: 'opener', panel: 'edit' }
}
