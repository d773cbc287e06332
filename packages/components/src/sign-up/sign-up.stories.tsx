import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SignUp } from './sign-up.tsx'

const meta: Meta<typeof SignUp> = {
  title: 'Components/SignUp',
  component: SignUp,
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignUp>

async function fill(element: HTMLElement, given = password) {
  const at = within(element)
  await userEvent.type(await at.findByLabelText('Email'), emailAddress)
  await userEvent.type(await at.findByLabelText('Password'), given)
  await userEvent.click(await at.findByRole('button', { name: 'Create account' }))
  return at
}

export const Start: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByRole('heading', { level: 1, name: 'Create your account' })).toBeVisible()
    await expect(await at.findByLabelText('Email')).toHaveAttribute('autocomplete', 'email')
    await expect(await at.findByLabelText('Password')).toHaveAttribute('autocomplete', 'new-password')
  },
}

export const WithNames: Story = {
  args: { showOptionalFields: true },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByLabelText('First name')).toHaveAttribute('autocomplete', 'given-name')
    await expect(await at.findByLabelText('Last name')).toHaveAttribute('autocomplete', 'family-name')
  },
}

const withUsernames = {
  settings: { username: { enabled: true, required: true, usedForFirstFactor: true } },
}

export const UsernameIsFree: Story = {
  parameters: { usher: withUsernames },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const field = await at.findByLabelText('Username')
    await expect(field).toHaveAttribute('autocomplete', 'username')
    await userEvent.type(field, 'ada_lovelace')
    await expect(await at.findByText('ada_lovelace is free.')).toBeVisible()
    await fill(canvasElement)
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.clerk.user?.username).toBe('ada_lovelace'))
  },
}

export const UsernameAgainstTheRules: Story = {
  parameters: { usher: withUsernames },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    const field = await at.findByLabelText('Username')
    await userEvent.type(field, 'ada lovelace')
    await expect(await at.findByText('Use letters, numbers, hyphens and underscores only.')).toBeVisible()
    await expect(field).toHaveFocus()
    await userEvent.clear(field)
    await userEvent.type(field, 'ada')
    await expect(await at.findByText('Use between 4 and 64 characters.')).toBeVisible()
  },
}

export const WithAPhoneNumber: Story = {
  parameters: {
    usher: {
      settings: {
        phoneNumber: { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: true },
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const number = await at.findByLabelText('Phone number')
    await expect(number).toHaveAttribute('autocomplete', 'tel')
    await userEvent.type(number, '+306945550123')
    await fill(canvasElement)
    const email = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(email).toHaveFocus())
    await userEvent.type(email, loaded.world.server.inbox.code(emailAddress))
    await expect(await at.findByRole('heading', { name: 'Check your phone' })).toBeVisible()
    const text = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(text).toHaveFocus())
    await waitFor(() => expect(loaded.world.server.inbox.messages()).toHaveLength(1))
    await userEvent.type(text, loaded.world.server.inbox.code('+306945550123'))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const SignedUp: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await fill(canvasElement)
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const PasswordTooShort: Story = {
  play: async ({ canvasElement }) => {
    const at = await fill(canvasElement, 'short')
    const field = await at.findByLabelText('Password')
    await waitFor(() => expect(field).toBeInvalid())
    await expect(field).toHaveFocus()
  },
}

export const PasswordThatEverybodyUses: Story = {
  play: async ({ canvasElement }) => {
    const at = await fill(canvasElement, 'password123')
    const field = await at.findByLabelText('Password')
    await waitFor(() => expect(field).toBeInvalid(), { timeout: 5000 })
    await expect(field).toHaveAccessibleDescription(/Choose another one/)
  },
}

export const RulesAnswerAsYouType: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.type(await at.findByLabelText('Password'), 'long enough')
    await expect(at.getByText('At least 8 characters').closest('li')).toHaveTextContent('done')
  },
}

export const AddressTaken: Story = {
  parameters: {
    usher: {
      arrange: async ({ server, signUp }: PageWorld) => {
        await signUp(emailAddress, server.browser())
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = await fill(canvasElement)
    const field = await at.findByLabelText('Email')
    await waitFor(() => expect(field).toBeInvalid())
    await userEvent.click(await at.findByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(loaded.world.visited.join()).toContain('/sign-in'))
    await expect(loaded.world.visited.join()).toContain('email_address=ada')
  },
}

export const WrongCode: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await fill(canvasElement)
    const code = await at.findByLabelText('6-digit code')
    const right = await waitFor(() => loaded.world.server.inbox.code(emailAddress))
    await userEvent.type(code, right === '000000' ? '000001' : '000000')
    await waitFor(() => expect(code).toBeInvalid())
    await expect(code).toHaveFocus()
  },
}

export const AddressChanged: Story = {
  play: async ({ canvasElement }) => {
    const at = await fill(canvasElement)
    await at.findByLabelText('6-digit code')
    await userEvent.click(at.getByRole('button', { name: 'Change' }))
    await expect(await at.findByLabelText('Email')).toHaveValue(emailAddress)
    await expect(await at.findByLabelText('Email')).toHaveFocus()
  },
}

export const MailDown: Story = {
  play: async ({ canvasElement, loaded }) => {
    loaded.world.server.inbox.failNext()
    const at = await fill(canvasElement)
    const alert = await at.findByText(/We could not send the email/)
    await waitFor(() => expect(alert).toBeVisible())
  },
}

export const TooManyTries: Story = {
  parameters: { usher: { limits: true } },
  play: async ({ canvasElement }) => {
    const at = await fill(canvasElement, 'short')
    for (let tries = 0; tries < 6; tries++) {
      await waitFor(() => expect(canvasElement.querySelector('[data-pending]')).toBeNull())
      await userEvent.click(await at.findByRole('button', { name: /Create account|Try again in/ }))
    }
    const button = await at.findByRole('button', { name: /Try again in 0:/ })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(await at.findByLabelText('Email')).toHaveValue(emailAddress)
  },
}

export const Offline: Story = {
  play: async ({ canvasElement, loaded }) => {
    await within(canvasElement).findByLabelText('Email')
    loaded.world.network.isOffline = true
    const at = await fill(canvasElement)
    await expect(await at.findByRole('alert')).toHaveTextContent(/We could not reach Acme|You are offline/)
    loaded.world.network.isOffline = false
    await userEvent.click(await at.findByRole('button', { name: 'Try again' }))
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
  },
}

export const TakenUpAfterAReload: Story = {
  parameters: {
    usher: {
      arrange: async ({ browser }: PageWorld) => {
        const { body } = await browser.post('/v1/client/sign_ups', { email_address: emailAddress, password })
        const path = `/v1/client/sign_ups/${body.response.id}/prepare_verification`
        await browser.post(path, { strategy: 'email_code' })
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const code = await within(canvasElement).findByLabelText('6-digit code')
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const Dark: Story = { ...WithNames, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...PasswordTooShort, globals: { direction: 'rtl' } }
