import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { CodeInput } from './code-input.tsx'
import { FieldRow, StyledForm } from './form.tsx'
import { PasswordInput } from './password-input.tsx'
import { SubmitButton } from './submit-button.tsx'
import { StoryBox } from './testing/story-box.tsx'
import { TextField } from './text-field.tsx'

const meta: Meta = {
  title: 'Elements/Fields',
  decorators: [
    (Story) => (
      <StoryBox size="card">
        <h1 className="cl-visuallyHidden">Fields</h1>
        <Story />
      </StoryBox>
    ),
  ],
}
export default meta

export const NamesSideBySide: StoryObj = {
  render: () => (
    <StyledForm defaultValues={{ firstName: 'Ada', lastName: 'Lovelace' }}>
      <FieldRow>
        <TextField name="firstName" label="First name" autoComplete="given-name" />
        <TextField name="lastName" label="Last name" autoComplete="family-name" mark="Optional" />
      </FieldRow>
    </StyledForm>
  ),
}

export const WrongAddress: StoryObj = {
  render: () => (
    <StyledForm
      defaultValues={{ emailAddress: 'ada@example' }}
      errors={{ emailAddress: 'Check this address.' }}
    >
      <TextField name="emailAddress" label="Email" type="email" autoComplete="email" />
    </StyledForm>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('Email')).toHaveAccessibleDescription('Check this address.')
  },
}

export const ReadOnlyWhilePending: StoryObj = {
  render: () => (
    <StyledForm pending defaultValues={{ emailAddress: 'ada@example.com' }}>
      <TextField name="emailAddress" label="Email" type="email" autoComplete="email" />
      <SubmitButton>Continue</SubmitButton>
    </StyledForm>
  ),
}

export const NewPasswordWithRules: StoryObj = {
  render: () => (
    <StyledForm>
      <PasswordInput
        name="password"
        label="Password"
        autoComplete="new-password"
        rules={[
          { id: 'length', text: 'At least 10 characters', test: (value) => value.length >= 10 },
          { id: 'breach', text: 'Not in a known breach (checked next)', test: () => false },
        ]}
      />
    </StyledForm>
  ),
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText('Password'), 'difference engine')
    await userEvent.click(canvas.getByRole('button', { name: 'Show password' }))
    await expect(canvas.getByLabelText('Password')).toHaveAttribute('type', 'text')
  },
}

export const PasswordAfterTooManyTries: StoryObj = {
  render: () => (
    <StyledForm>
      <PasswordInput
        name="password"
        label="Password"
        autoComplete="current-password"
        action={
          <Button element="formFieldAction" variant="link">
            Forgot password?
          </Button>
        }
        warning="Too many tries. Your account is not locked."
      />
    </StyledForm>
  ),
}

export const CodeHalfTyped: StoryObj = {
  render: () => (
    <StyledForm>
      <CodeInput label="6-digit code" hint="It works for 10 minutes. Pasting it is fine." />
    </StyledForm>
  ),
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText('6-digit code'), '424')
    await expect(canvas.getByLabelText('6-digit code')).toHaveValue('424')
  },
}

export const WrongCode: StoryObj = {
  render: () => (
    <StyledForm errors={{ code: 'That code is not right. Check it and try again.' }}>
      <CodeInput label="6-digit code" defaultValue="424247" autoSubmit={false} />
    </StyledForm>
  ),
}

export const Consent: StoryObj = {
  render: () => (
    <StyledForm>
      <Checkbox name="legalAccepted" label="I agree to the terms" />
    </StyledForm>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('I agree to the terms'))
    await expect(canvas.getByRole('checkbox')).toBeChecked()
  },
}
