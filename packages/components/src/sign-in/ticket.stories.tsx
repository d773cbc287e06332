import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { leave } from '../../tests/email-link.ts'
import { landWith, makeTicket } from '../../tests/tickets.ts'
import { SignIn } from './sign-in.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn/Ticket',
  component: SignIn,
  beforeEach: () => leave,
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignIn>

/** A backend has sent a link with a token, which has led to the page of the story. */
const land = (change?: (world: PageWorld, ticket: string) => unknown) => ({
  arrange: async (world: PageWorld) => {
    await world.signUp(emailAddress, world.server.browser())
    const ticket = await makeTicket(world, 'sign_in_tokens')
    await change?.(world, ticket)
    landWith(ticket)
  },
})

export const SignedIn: Story = {
  parameters: { usher: land() },
  play: async ({ loaded }) => {
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 5000 })
    await expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(emailAddress)
  },
}

export const UsedBefore: Story = {
  parameters: {
    usher: land(({ server }, ticket) =>
      server.browser().post('/v1/client/sign_ins', { strategy: 'ticket', ticket }),
    ),
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(
      () => expect(at.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible(),
      { timeout: 5000 },
    )
    await userEvent.click(at.getByRole('button', { name: 'Go back' }))
    await waitFor(() => expect(at.getByLabelText('Email')).toBeVisible())
    await expect(window.location.search).not.toContain('__clerk_ticket')
  },
}

export const TooOld: Story = {
  parameters: { usher: land(({ server }) => server.clock.advance(31 * 86_400_000)) },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByRole('heading', { name: 'This link has expired' })).toBeVisible(), {
      timeout: 5000,
    })
  },
}
