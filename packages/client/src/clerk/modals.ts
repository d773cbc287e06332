import { createEmitter } from './emitter.ts'
import type { ModalName, OpenModal } from './types.ts'

/** Which dialog the app asked for; the components package draws it. */
export function createModals() {
  let current: OpenModal | null = null
  const changed = createEmitter<void>()
  const set = (next: OpenModal | null) => {
    current = next
    changed.emit()
  }
  const open =
    (name: ModalName) =>
    (props: Record<string, unknown> = {}) =>
      set({ name, props })
  const close = (name: ModalName) => () => {
    if (current?.name === name) set(null)
  }
  return {
    openSignIn: open('signIn'),
    closeSignIn: close('signIn'),
    openSignUp: open('signUp'),
    closeSignUp: close('signUp'),
    openUserProfile: open('userProfile'),
    closeUserProfile: close('userProfile'),
    modal: {
      get: () => current,
      close: () => set(null),
      subscribe(listener: () => void) {
        changed.add(listener)
        return () => changed.remove(listener)
      },
    },
  }
}
