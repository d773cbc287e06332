import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { Waitlist } from './waitlist.tsx'

const meta: Meta<typeof Waitlist> = {
  title: 'Components/Waitlist',
  component: Waitlist,
  parameters: { usher: { settings: { signUpMode: 'waitlist' } } },
}
export default meta

type Story = StoryObj<typeof Waitlist>

async function join(element: HTMLElement, address = emailAddress) {
  const at = within(element)
  await userEvent.type(await at.findByLabelText('Email'), address)
  await userEvent.click(at.getByRole('button', { name: 'Join the waitlist' }))
  return at
}

export const Start: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByRole('heading', { level: 1, name: 'Join the waitlist' })).toBeVisible()
    await expect(at.getByLabelText('Email')).toHaveAttribute('autocomplete', 'email')
    await expect(at.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in')
  },
}

export const Joined: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await join(canvasElement)
    const heading = await at.findByRole('heading', { level: 1, name: 'You are on the list' })
    await waitFor(() => expect(heading).toHaveFocus())
    await expect(at.queryByRole('textbox')).toBeNull()
    const { db } = loaded.world.server.deps
    await expect(await db.selectFrom('waitlist_entries').select('email_address').execute()).toEqual([
      { email_address: emailAddress },
    ])
  },
}

export const JoinedAndLedOn: Story = {
  args: { afterJoinWaitlistUrl: '/thanks' },
  play: async ({ canvasElement, loaded }) => {
    await join(canvasElement)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/thanks']))
  },
}

export const WrongAddress: Story = {
  play: async ({ canvasElement }) => {
    const at = await join(canvasElement, 'ada@example')
    const field = at.getByLabelText('Email')
    await waitFor(() => expect(field).toBeInvalid())
    await waitFor(() => expect(field).toHaveFocus())
  },
}

export const NoWaitlist: Story = {
  parameters: { usher: { settings: { signUpMode: 'restricted' } } },
  play: async ({ canvasElement }) => {
    const at = await join(canvasElement)
    await expect(await at.findByRole('alert')).toBeVisible()
  },
}

export const JoinedDark: Story = { ...Joined, globals: { theme: 'dark' } }
export const WrongAddressRightToLeft: Story = { ...WrongAddress, globals: { direction: 'rtl' } }
