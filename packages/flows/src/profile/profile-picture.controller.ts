'use client'
import { useReducer } from 'react'
import { useFlowAction } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import type { ProfilePictureProps } from './profile.props.ts'
import { closedPicture, type PictureEvent, pictureReducer, pictureTypes } from './profile-picture.machine.ts'

/**
 * Shows, changes and removes the picture of the signed-in person (`POST`, `DELETE /v1/me/profile_image`): a new one is
 * seen everywhere from the moment it is sent, and goes back when it is refused.
 */
export function useProfilePicture(): ProfilePictureProps {
  const { isLoaded, user } = useKit()
  const [{ panel, refusal, notice, focusTarget, turn }, move] = useReducer(pictureReducer, closedPicture)
  const action = useFlowAction(`picture ${turn}`, ['file'])
  const isPending = action.pending === 'submit'
  const go = (event: PictureEvent) => {
    if (isPending) return
    action.clear()
    move(event)
  }
  const change = (file: Blob | null, done: PictureEvent) =>
    action.run('submit', async () => {
      await user?.setProfileImage({ file })
      return () => move(done)
    })

  return {
    isLoaded,
    isPending,
    errors: refusal ? { file: { code: refusal, message: '' } } : action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: String(turn),
    focusTarget,
    userId: user?.id ?? '',
    name: [user?.firstName, user?.lastName].filter(Boolean).join(' '),
    identifier: user?.primaryEmailAddress?.emailAddress ?? user?.username ?? '',
    imageUrl: user?.imageUrl ?? '',
    hasImage: user?.hasImage ?? false,
    accept: pictureTypes.join(),
    panel,
    notice,
    pick: (file) => go({ type: 'picked', file }),
    refuseUnreadable: () => go({ type: 'unreadable' }),
    openRemove: () => go({ type: 'open-remove' }),
    close: () => go({ type: 'close' }),
    submit: (file) => change(file, { type: 'changed' }),
    confirmRemove: () => change(null, { type: 'removed' }),
  }
}
