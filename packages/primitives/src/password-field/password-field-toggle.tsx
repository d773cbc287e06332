'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type PasswordFieldState, usePasswordField } from './password-field-context.ts'

export type PasswordFieldToggleProps = PartProps<'button', PasswordFieldState> & {
  /**
   * The button's name while the password is hidden and while it is shown. Without it name the button yourself, once:
   * it then tells its state by `aria-pressed`.
   */
  labels?: { show: string; hide: string }
}

/** Shows and hides the password. Pressed by a pointer it leaves the focus and the caret in the input. */
export const PasswordFieldToggle = forwardRef<HTMLButtonElement, PasswordFieldToggleProps>(
  function PasswordFieldToggle({ labels, ...props }, ref) {
    const { shown, inputId, input, setShown } = usePasswordField()
    const name = labels && (shown ? labels.hide : labels.show)
    return useRender('button', props, {
      ref,
      own: {
        type: 'button',
        'aria-controls': inputId,
        ...(name ? { 'aria-label': name } : { 'aria-pressed': shown }),
        onMouseDown: (event) => input.current?.matches(':focus') && event.preventDefault(),
        onClick: () => setShown(!shown),
      },
      state: { shown },
    })
  },
)
