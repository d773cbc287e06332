'use client'

import { Field, PasswordField } from '@usher/primitives'
import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { useMessages } from '../messages/messages-context.tsx'
import { Button } from './button.tsx'
import { ControlClass, FieldLabelRow, FieldMessage, type FieldTexts } from './field-parts.tsx'
import { CheckIcon, EyeIcon, EyeOffIcon, RingIcon } from './icons.tsx'

/** A rule of a new password. One that only the server knows has a test that is false until it has spoken. */
export type PasswordInputRule = { id: string; text: ReactNode; test: (value: string) => boolean }

export type PasswordInputProps = FieldTexts & {
  /** The name in the form. */
  name: string
  /** Element id for the class names; the name unless told. */
  id?: string
  autoComplete: 'current-password' | 'new-password'
  /** The rules of a new password; they take the place of the slot while there is no message. */
  rules?: readonly PasswordInputRule[]
  error?: string | null
  required?: boolean
  defaultValue?: string
  onValueChange?: (value: string) => void
  /** The policy for password managers: `minlength: 10; required: digit;`. */
  passwordRules?: string
}

/** A password with a button that shows it, its rules, and the slot for its message. */
export function PasswordInput(props: PasswordInputProps): ReactNode {
  const { label, action, mark, hint, warning, name, id = name, error, required, rules, ...input } = props
  const { passwordRules, ...more } = input
  const { text } = useMessages()
  const [field, group] = [useElementClass('formField', id), useElementClass('formFieldInputGroup')]
  const labels = { show: text('formFieldAction__showPassword'), hide: text('formFieldAction__hidePassword') }
  return (
    <Field.Root className={field} {...{ name, error, required }}>
      <FieldLabelRow {...{ id, label, action, mark }} />
      <PasswordField.Root>
        <div className={group}>
          <ControlClass id={id}>
            {(className) => (
              <PasswordField.Input
                {...more}
                {...(passwordRules && { passwordrules: passwordRules })}
                className={className}
              />
            )}
          </ControlClass>
          <PasswordField.Toggle labels={labels} render={drawToggle} />
        </div>
        {rules ? (
          <Rules rules={rules} {...{ id, hint, warning }} />
        ) : (
          <FieldMessage {...{ id, hint, warning }} />
        )}
      </PasswordField.Root>
    </Field.Root>
  )
}

const drawToggle: PasswordField.ToggleProps['render'] = ({ ref: _, ...props }, { shown }) => (
  <Button
    {...props}
    element="formFieldInputShowPasswordButton"
    variant="quiet"
    iconOnly
    icon={shown ? <EyeOffIcon /> : <EyeIcon />}
  />
)

function Rules(
  props: Pick<FieldTexts, 'hint' | 'warning'> & { id: string; rules: readonly PasswordInputRule[] },
) {
  const { text } = useMessages()
  return (
    <>
      <FieldMessage id={props.id} hint={props.hint} warning={props.warning} compact />
      <PasswordField.Rules className="cl-formFieldRules" rules={props.rules}>
        {({ id, met }) => (
          <li key={id} className="cl-formFieldRule" data-met={met ? '' : undefined}>
            {met ? <CheckIcon size={16} /> : <RingIcon size={16} />}
            <bdi>{props.rules.find((rule) => rule.id === id)?.text}</bdi>
            <span className="cl-visuallyHidden">
              {text(`unstable__errors.passwordComplexity.${met ? 'met' : 'notMet'}`)}
            </span>
          </li>
        )}
      </PasswordField.Rules>
    </>
  )
}
