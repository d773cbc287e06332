'use client'
import { useState } from 'react'
import { type FlowTask, useFlowAction } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import type { DangerZoneProps } from './profile.props.ts'

/**
 * Lets the signed-in person delete the account (`DELETE /v1/me`) after typing a word.
 * @param options.confirmationWord the word in the language of the screen
 */
export function useDangerZone({ confirmationWord }: { confirmationWord: string }): DangerZoneProps {
  const { isLoaded, clerk, user } = useKit()
  const [{ isOpen, turn }, setPanel] = useState({ isOpen: false, turn: 0 })
  const action = useFlowAction('danger-zone', ['confirmation'])
  const isConfirmed = (typed: string) =>
    typed.trim().toLocaleLowerCase() === confirmationWord.toLocaleLowerCase()
  const toggle = (open: boolean) => {
    if (action.pending) return
    action.clear()
    setPanel((last) => ({ isOpen: open, turn: last.turn + 1 }))
  }
  const heading = { kind: 'heading' as const }

  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: String(turn),
    focusTarget: turn === 0 ? null : isOpen ? heading : { kind: 'opener', panel: 'delete' },
    isVisible: user?.deleteSelfEnabled ?? false,
    isOpen,
    isConfirmed,
    open: () => toggle(true),
    close: () => toggle(false),
    submit: async ({ confirmation }) => {
      if (!isConfirmed(confirmation)) return
      await action.run('submit', async (resume) => {
        await user?.delete()
        const leave: FlowTask = async () => {
          await clerk.navigate(clerk.buildAfterSignOutUrl())
          return undefined
        }
        resume(leave)
        return leave(resume)
      })
    },
  }
}
