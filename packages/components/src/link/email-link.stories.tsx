import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { moveClock } from '../../tests/clock.ts'
import { confirmLink, landOn, leave } from '../../tests/email-link.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { SignUp } from '../sign-up/sign-up.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/Email link',
  component: SignIn,
  parameters: { usher: {} },
  beforeEach: () => leave,
}
export default meta

type Story = StoryObj<typeof SignIn>

const signsIn = {
  settings: { emailLinkSignIn: true },
  arrange: async ({ server, signUp }: PageWorld) => {
    await signUp(emailAddress, server.browser())
  },
}

const signsUp = { settings: { emailVerifications: ['email_link', 'email_code'] } }

async function askForLink(element: HTMLElement) {
  const at = within(element)
  await userEvent.type(await at.findByLabelText('Email'), emailAddress)
  await userEvent.click(await at.findByRole('button', { name: 'Continue' }))
  await userEvent.click(await at.findByRole('button', { name: 'Use another method' }))
  await userEvent.click(await at.findByRole('button', { name: /Email a link/ }))
  await at.findByRole('button', { name: /Send again in/ })
  return at
}

async function beginSignUp(element: HTMLElement) {
  const at = within(element)
  await userEvent.type(await at.findByLabelText('Email'), emailAddress)
  await userEvent.type(await at.findByLabelText('Password'), password)
  await userEvent.click(await at.findByRole('button', { name: 'Create account' }))
  await at.findByRole('button', { name: /Send again in/ })
  return at
}

export const SignInOpenedHere: Story = {
  parameters: { usher: signsIn },
  play: async ({ canvasElement, loaded }) => {
    const at = await askForLink(canvasElement)
    await expect(at.getByRole('heading', { name: 'Check your email' })).toHaveFocus()
    await confirmLink(loaded.world, loaded.world.browser)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 4000 })
  },
}

export const SignInOpenedOnAPhone: Story = {
  parameters: { usher: signsIn },
  play: async ({ canvasElement, loaded }) => {
    await askForLink(canvasElement)
    await confirmLink(loaded.world, loaded.world.server.browser())
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 4000 })
    await expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(emailAddress)
  },
}

export const SignUpOpenedHere: Story = {
  parameters: { usher: signsUp },
  render: () => <SignUp />,
  play: async ({ canvasElement, loaded }) => {
    const at = await beginSignUp(canvasElement)
    await expect(at.getByRole('heading', { name: 'Check your email' })).toHaveFocus()
    await confirmLink(loaded.world, loaded.world.browser)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 4000 })
  },
}

export const SignUpByCodeInstead: Story = {
  parameters: { usher: signsUp },
  render: () => <SignUp />,
  play: async ({ canvasElement, loaded }) => {
    const at = await beginSignUp(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Use another method' }))
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
    await at.findByRole('button', { name: /Send again in/ })
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const Waiting: Story = {
  parameters: { usher: signsIn },
  play: async ({ canvasElement, loaded }) => {
    const at = await askForLink(canvasElement)
    await waitFor(() => expect(at.getByText(/Open the link in that email/)).toBeVisible())
    const first = loaded.world.server.inbox.link(emailAddress)
    loaded.world.server.clock.advance(61_000)
    const setRight = moveClock(61_000)
    await userEvent.click(await at.findByRole('button', { name: 'Send a new link' }, { timeout: 3000 }))
    // What is announced leaves the page again soon.
    await within(document.body).findByText('A new link is on its way.')
    await waitFor(() => expect(loaded.world.server.inbox.link(emailAddress)).not.toBe(first))
    setRight()
  },
}

export const TooOld: Story = {
  parameters: { usher: signsIn },
  play: async ({ canvasElement, loaded }) => {
    const at = await askForLink(canvasElement)
    loaded.world.server.clock.advance(11 * 60_000)
    await expect(await at.findByText('This link has expired.', {}, { timeout: 4000 })).toBeVisible()
    await userEvent.click(at.getByRole('button', { name: 'Send a new link' }))
    await confirmLinkOnceNew(loaded.world)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 4000 })
  },
}

async function confirmLinkOnceNew(world: PageWorld) {
  await waitFor(() => expect(world.server.inbox.list().filter(({ link }) => link)).toHaveLength(2))
  await confirmLink(world, world.browser)
}

export const NotDelivered: Story = {
  parameters: { usher: signsIn },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.type(await at.findByLabelText('Email'), emailAddress)
    await userEvent.click(await at.findByRole('button', { name: 'Continue' }))
    await userEvent.click(await at.findByRole('button', { name: 'Use another method' }))
    loaded.world.server.inbox.failNext()
    await userEvent.click(await at.findByRole('button', { name: /Email a link/ }))
    await waitFor(() => expect(at.getByText(/We could not send the email/)).toBeVisible())
    await userEvent.click(at.getByRole('button', { name: 'Send a new link' }))
    await expect(await at.findByRole('button', { name: /Send again in/ })).toBeVisible()
  },
}

export const LandedWhereItGoesOnElsewhere: Story = {
  loaders: [landOn('verified')],
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible())
    await expect(at.queryByRole('button')).toBeNull()
  },
}

export const LandedTooLate: Story = {
  loaders: [landOn('expired')],
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByRole('heading', { name: 'This link has expired' })).toBeVisible())
    await userEvent.click(at.getByRole('button', { name: 'Go back' }))
    const email = await at.findByLabelText('Email')
    await waitFor(() => expect(email).toHaveFocus())
    await expect(window.location.search).not.toContain('__clerk_status')
  },
}

export const LandedTwice: Story = {
  loaders: [landOn('failed')],
  render: () => <SignUp />,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() =>
      expect(at.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible(),
    )
  },
}

export const LandedInAnotherBrowser: Story = {
  loaders: [landOn('client_mismatch')],
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() =>
      expect(at.getByRole('heading', { name: 'Open this link where you began' })).toBeVisible(),
    )
  },
}

export const LandedSignedIn: Story = {
  parameters: { usher: { arrange: ({ signUp }: PageWorld) => signUp() } },
  loaders: [landOn('verified')],
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const WaitingDark: Story = { ...Waiting, globals: { theme: 'dark' } }
export const WaitingRightToLeft: Story = { ...Waiting, globals: { direction: 'rtl' } }
export const LandedInAnotherBrowserDark: Story = { ...LandedInAnotherBrowser, globals: { theme: 'dark' } }
