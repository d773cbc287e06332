import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { PlusIcon } from './account-icons.tsx'
import { Button, type ButtonVariant } from './button.tsx'
import { StyledForm } from './form.tsx'
import { SubmitButton } from './submit-button.tsx'
import { Line, StoryBox } from './testing/story-box.tsx'

const meta: Meta = {
  title: 'Elements/Button',
  decorators: [
    (Story) => (
      <StoryBox>
        <h1 className="cl-visuallyHidden">Buttons</h1>
        <Story />
      </StoryBox>
    ),
  ],
}
export default meta

const labels: { [variant in ButtonVariant]: string } = {
  primary: 'Continue',
  secondary: 'Verify',
  quiet: 'Cancel',
  danger: 'Remove',
  dangerFilled: 'Delete account',
  link: 'Change',
}
const variants = Object.keys(labels) as ButtonVariant[]

export const AtRestPendingAndDisabled: StoryObj = {
  render: () => (
    <>
      {variants.map((variant) => (
        <Line key={variant}>
          <Button variant={variant}>{labels[variant]}</Button>
          <Button variant={variant} pending>
            {labels[variant]}
          </Button>
          <Button variant={variant} aria-disabled>
            {labels[variant]}
          </Button>
        </Line>
      ))}
    </>
  ),
  play: async ({ canvas }) => {
    const [rest, pending] = canvas.getAllByRole('button', { name: 'Continue' })
    await expect(pending?.offsetWidth).toBe(rest?.offsetWidth)
  },
}

export const SmallWithIcon: StoryObj = {
  render: () => (
    <Line>
      <Button variant="quiet" size="small" icon={<PlusIcon size={16} />}>
        Add email
      </Button>
      <Button size="small">Sign out</Button>
    </Line>
  ),
}

export const WaitingForTheClock: StoryObj = {
  render: () => (
    <StyledForm>
      <SubmitButton until={Date.now() + 27_000}>Continue</SubmitButton>
    </StyledForm>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: /Try again in 0:2/ })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
  },
}
