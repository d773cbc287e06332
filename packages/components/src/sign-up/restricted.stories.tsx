import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SignIn } from '../sign-in/sign-in.tsx'
import { SignUp } from './sign-up.tsx'

const meta: Meta<typeof SignUp> = {
  title: 'Components/SignUp/Restricted',
  component: SignUp,
  parameters: { usher: { settings: { signUpMode: 'restricted' } } },
}
export default meta

type Story = StoryObj<typeof SignUp>

export const NeedsAnInvitation: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() =>
      expect(at.getByRole('heading', { name: 'New accounts need an invitation' })).toBeVisible(),
    )
    await expect(at.getByRole('link', { name: 'Sign in' })).toBeVisible()
    await expect(at.queryByRole('textbox')).toBeNull()
  },
}

export const SigningInOffersNoSignUp: Story = {
  render: () => <SignIn />,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByLabelText('Email')).toBeVisible())
    await expect(at.queryByRole('link', { name: 'Sign up' })).toBeNull()
  },
}

export const LeadsToTheWaitlist: Story = {
  args: { waitlistUrl: '/waitlist' },
  parameters: { usher: { settings: { signUpMode: 'waitlist' } } },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const link = await at.findByRole('link', { name: 'Join the waitlist' })
    await expect(link).toHaveAttribute('href', '/waitlist')
    await userEvent.click(link)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/waitlist']))
  },
}

export const SigningInLeadsToTheWaitlist: Story = {
  render: () => <SignIn waitlistUrl="/waitlist" />,
  parameters: { usher: { settings: { signUpMode: 'waitlist' } } },
  play: async ({ canvasElement }) => {
    const link = await within(canvasElement).findByRole('link', { name: 'Join the waitlist' })
    await expect(link).toHaveAttribute('href', '/waitlist')
  },
}

export const NeedsAnInvitationDark: Story = { ...NeedsAnInvitation, globals: { theme: 'dark' } }
export const NeedsAnInvitationRightToLeft: Story = { ...NeedsAnInvitation, globals: { direction: 'rtl' } }
