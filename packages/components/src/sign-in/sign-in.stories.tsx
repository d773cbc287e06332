import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { moveClock } from '../../tests/clock.ts'
import { giveBoth, known, screen } from '../../tests/sign-in-card.ts'
import { SignIn } from './sign-in.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn',
  component: SignIn,
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignIn>

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

export const GivenUpForADay: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), emailAddress)
    await at.press('Continue')
    await at.findByText('Enter your password')
    loaded.world.server.clock.advance(25 * 3_600_000)
    await userEvent.type(await at.password(), password)
    await at.press('Continue')
    await waitFor(async () => expect(await at.email()).toHaveValue(emailAddress))
    await userEvent.type(await at.password(), password)
    await at.press('Continue')
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const SignedInAlready: Story = {
  parameters: { usher: { arrange: ({ signUp }: PageWorld) => signUp() } },
  play: async ({ canvasElement, loaded }) => {
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
    await expect(within(canvasElement).queryByLabelText('Email')).toBeNull()
  },
}

export const SignedInMeanwhile: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const { browser, signIn, visited } = loaded.world
    await screen(canvasElement).email()
    await signIn(emailAddress, browser)
    await giveBoth(canvasElement)
    await waitFor(() => expect(visited).toEqual(['/']))
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

export const LockedAndTheWayOut: Story = {
  parameters: {
    usher: {
      settings: { lockAfter: 5 },
      arrange: async (world: PageWorld) => {
        await known.arrange(world)
        const guess = { identifier: emailAddress, password: 'a guess of a stranger' }
        for (let tries = 0; tries < 5; tries++)
          await world.server.browser().post('/v1/client/sign_ins', guess)
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await giveBoth(canvasElement)
    await waitFor(() => expect(at.getByText(/^This account is locked until/)).toBeVisible())
    await at.press('Forgot password?')
    await at.press('Send a code')
    await userEvent.type(await at.code(), loaded.world.server.inbox.code(emailAddress))
    await userEvent.type(await at.findByLabelText('New password'), 'another good password')
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
    const setRight = moveClock(61_000)
    const free = await at.findByRole('button', { name: 'Continue' }, { timeout: 3000 })
    await expect(free).not.toHaveAttribute('aria-disabled', 'true')
    setRight()
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

const german = {
  locale: 'de-DE',
  formFieldLabel__emailAddress: 'E-Mail-Adresse Ihres Benutzerkontos',
  formFieldLabel__password: 'Persönliches Zugangskennwort',
  formFieldAction__forgotPassword: 'Haben Sie Ihr Zugangskennwort vergessen?',
  formButtonPrimary: 'Mit der Anmeldung fortfahren',
  signIn: {
    start: {
      title: 'Melden Sie sich bei {{applicationName}} an',
      subtitle: 'Willkommen zurück! Bitte geben Sie Ihre Zugangsdaten ein',
      actionText: 'Haben Sie noch kein Benutzerkonto?',
      actionLink: 'Neues Benutzerkonto einrichten',
    },
  },
}

export const LongWords: Story = {
  parameters: { localization: german },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await at.findByLabelText(german.formFieldLabel__emailAddress)
    await at.findByRole('heading', { level: 1, name: 'Melden Sie sich bei Acme an' })
    for (const element of canvasElement.querySelectorAll('.cl-card, .cl-footer, button, label'))
      await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth)
  },
}

export const Dark: Story = { ...WrongPassword, globals: { theme: 'dark' } }
