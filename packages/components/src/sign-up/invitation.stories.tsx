import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { leave } from '../../tests/email-link.ts'
import { invite, landWith } from '../../tests/tickets.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { SignUp } from './sign-up.tsx'

const meta: Meta<typeof SignUp> = {
  title: 'Components/SignUp/Invitation',
  component: SignUp,
  beforeEach: () => leave,
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignUp>

/** Somebody follows the link of an invitation, which leads to the page of the story. */
const land = (change?: (world: PageWorld, ticket: string) => unknown) => ({
  arrange: async (world: PageWorld) => {
    const ticket = await invite(world, { public_metadata: { plan: 'pro' } })
    await change?.(world, ticket)
    landWith(ticket)
  },
})

const signsIn: NonNullable<Story['play']> = async ({ loaded: { world } }) => {
  await waitFor(() => expect(world.visited).toEqual(['/']), { timeout: 5000 })
  await expect(world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(emailAddress)
  await expect(world.clerk.user?.publicMetadata).toEqual({ plan: 'pro' })
}

const setsPassword: NonNullable<Story['play']> = async (context) => {
  const at = within(context.canvasElement)
  await userEvent.type(await at.findByLabelText('Password', {}, { timeout: 5000 }), password)
  await expect(at.getByText(emailAddress)).toBeVisible()
  await expect(at.queryByLabelText('Email')).toBeNull()
  await expect(window.location.search).not.toContain('__clerk_ticket')
  await userEvent.click(at.getByRole('button', { name: 'Continue' }))
  await signsIn(context)
}

export const PasswordIsLeft: Story = { parameters: { usher: land() }, play: setsPassword }

export const NothingIsLeft: Story = {
  parameters: {
    usher: { ...land(), settings: { password: { enabled: true, required: false, minLength: 8 } } },
  },
  play: signsIn,
}

export const OnTheCardToSignIn: Story = {
  parameters: { usher: land() },
  render: () => <SignIn withSignUp />,
  play: setsPassword,
}

export const OnAPageToSignInOnly: Story = {
  parameters: { usher: land() },
  render: () => <SignIn withSignUp={false} />,
  play: async ({ loaded }) => {
    await waitFor(() => expect(loaded.world.visited.join()).toContain('__clerk_ticket='), { timeout: 5000 })
  },
}

export const HasAnAccountByNow: Story = {
  parameters: {
    usher: land(async (world) => void (await world.signUp(emailAddress, world.server.browser()))),
  },
  play: async ({ loaded }) => {
    await waitFor(() => expect(loaded.world.visited.join()).toContain('__clerk_ticket='), { timeout: 5000 })
  },
}

export const CalledBack: Story = {
  parameters: {
    usher: land(({ server }) =>
      server.deps.db.updateTable('invitations').set({ status: 'revoked' }).execute(),
    ),
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(
      () => expect(at.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible(),
      { timeout: 5000 },
    )
    await expect(at.getByText(/Ask whoever sent it/)).toBeVisible()
    await userEvent.click(at.getByRole('button', { name: 'Go back' }))
    await waitFor(() => expect(at.getByLabelText('Email')).toBeVisible())
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

export const PasswordIsLeftDark: Story = { ...PasswordIsLeft, globals: { theme: 'dark' } }
export const PasswordIsLeftRightToLeft: Story = { ...PasswordIsLeft, globals: { direction: 'rtl' } }
