import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SignIn } from './sign-in.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn',
  component: SignIn,
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignIn>

/** Somebody has an account and is signed out on this browser. */
const known = {
  arrange: async ({ server, signUp }: PageWorld) => {
    await signUp(emailAddress, server.browser())
  },
}

const screen = (element: HTMLElement) => {
  const at = within(element)
  return {
    ...at,
    email: () => at.findByLabelText('Email'),
    password: () => at.findByLabelText('Password'),
    code: () => at.findByLabelText('6-digit code'),
    press: async (name: string) => userEvent.click(await at.findByRole('button', { name })),
  }
}

async function giveBoth(element: HTMLElement, given = password) {
  const at = screen(element)
  await userEvent.type(await at.email(), emailAddress)
  await userEvent.type(await at.password(), given)
  await at.press('Continue')
}

async function askForCode(element: HTMLElement) {
  const at = screen(element)
  await userEvent.type(await at.email(), emailAddress)
  await at.press('Continue')
  await at.press('Use another method')
  await userEvent.click(await at.findByRole('button', { name: /Email a code/ }))
  return at.code()
}

export const Start: Story = {
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await expect(await at.findByRole('heading', { level: 1, name: 'Sign in to Acme' })).toBeVisible()
    await expect(await at.email()).toHaveAttribute('autocomplete', 'username webauthn')
    await expect(await at.password()).toHaveAttribute('autocomplete', 'current-password')
    await expect(at.getByRole('link', { name: 'Create an account' })).toHaveAttribute('href', '/sign-up')
  },
}

export const SignedInWithAPassword: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    await giveBoth(canvasElement)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
    await expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(emailAddress)
  },
}

export const WrongPassword: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await giveBoth(canvasElement, 'not the password')
    const field = await at.password()
    await waitFor(() => expect(field).toBeInvalid())
    await expect(field).toHaveAccessibleDescription(/That password is not right/)
    await expect(field).toHaveFocus()
    await userEvent.type(field, 'x')
    await expect(field).toBeValid()
  },
}

export const UnknownAccount: Story = {
  play: async ({ canvasElement }) => {
    await giveBoth(canvasElement)
    const field = await screen(canvasElement).email()
    await waitFor(() => expect(field).toBeInvalid())
    await expect(field).toHaveAccessibleDescription(/We found no account/)
    await expect(field).toHaveFocus()
  },
}

export const PasswordAfterTheAddress: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), emailAddress)
    await at.press('Continue')
    await expect(await at.findByText('Enter your password')).toBeVisible()
    await waitFor(async () => expect(await at.password()).toHaveFocus())
  },
}

export const CodeByEmail: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const code = await askForCode(canvasElement)
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const CodePastedWithASpace: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const code = await askForCode(canvasElement)
    await waitFor(() => expect(code).toHaveFocus())
    await waitFor(() => expect(loaded.world.server.inbox.latest(emailAddress)?.subject).toMatch(/code/))
    const digits = loaded.world.server.inbox.code(emailAddress)
    await userEvent.paste(`Your code is ${digits.slice(0, 3)} ${digits.slice(3)}`)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const WrongCode: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const code = await askForCode(canvasElement)
    const right = loaded.world.server.inbox.code(emailAddress)
    await userEvent.type(code, right === '000000' ? '000001' : '000000')
    await waitFor(() => expect(code).toBeInvalid())
    await expect(code).toHaveAccessibleDescription(/That code is not right/)
    await expect(code).toHaveFocus()
  },
}

export const CodeTooOld: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    const code = await askForCode(canvasElement)
    const old = loaded.world.server.inbox.code(emailAddress)
    loaded.world.server.clock.advance(11 * 60_000)
    await userEvent.type(code, old)
    await expect(await at.findByText(/This code has expired/)).toBeVisible()
    await expect(await at.findByRole('button', { name: 'Send a new code' })).toBeVisible()
  },
}

export const AnotherMethod: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), emailAddress)
    await at.press('Continue')
    await at.press('Use another method')
    await expect(await at.findByRole('heading', { level: 1 })).toHaveTextContent('Use another method')
    await expect(at.getByRole('button', { name: /Email a code/ })).toHaveTextContent('a****@example.com')
    await at.press('Back')
    await expect(await at.findByText('Enter your password')).toBeVisible()
  },
}

export const ForgottenPassword: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), emailAddress)
    await at.press('Forgot password?')
    await at.press('Send a code')
    await userEvent.type(await at.code(), loaded.world.server.inbox.code(emailAddress))
    const field = await at.findByLabelText('New password')
    await waitFor(() => expect(field).toHaveFocus())
    await expect(at.getByRole('checkbox', { name: 'Sign out other devices' })).toBeChecked()
    await userEvent.type(field, 'another good password')
    await at.press('Set password')
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const TooManyTries: Story = {
  parameters: { usher: { limits: true } },
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), 'nobody@example.com')
    for (let tries = 0; tries < 6; tries++) {
      await at.press('Continue')
      await waitFor(() => expect(canvasElement.querySelector('[data-pending]')).toBeNull())
    }
    const button = await at.findByRole('button', { name: /Try again in 0:/ })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(await at.email()).toHaveValue('nobody@example.com')
  },
}

export const Offline: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await at.email()
    loaded.world.network.isOffline = true
    await giveBoth(canvasElement)
    await expect(await at.findByRole('alert')).toHaveTextContent(/We could not reach Acme|You are offline/)
    await expect(await at.email()).toHaveValue(emailAddress)
    loaded.world.network.isOffline = false
    await at.press('Try again')
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const ServerDown: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await at.email()
    loaded.world.network.status = 503
    await giveBoth(canvasElement)
    await expect(await at.findByRole('alert')).toHaveTextContent('We could not reach Acme')
  },
}

export const WaitingForTheServer: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await at.email()
    loaded.world.network.delay = 1000
    await giveBoth(canvasElement)
    await expect(await at.findByRole('button', { name: 'Continue' })).toHaveAttribute('aria-disabled', 'true')
    await expect(await at.email()).toHaveAttribute('readonly')
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 5000 })
  },
}

export const BootFailed: Story = {
  parameters: {
    usher: {
      arrange: async ({ network }: PageWorld) => {
        network.status = 503
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    const again = await at.findByRole('button', { name: 'Try again' }, { timeout: 8000 })
    loaded.world.network.status = null
    await userEvent.click(again)
    const field = await at.email()
    await waitFor(() => expect(field).toBeVisible())
  },
}

export const CodesOnly: Story = {
  parameters: {
    usher: { settings: { password: { enabled: false, required: false, minLength: 8 } } },
  },
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    await expect(at.queryByLabelText('Password')).toBeNull()
  },
}

export const Dark: Story = { ...WrongPassword, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...WrongCode, globals: { direction: 'rtl' } }
