import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor } from 'storybook/test'
import { giveBoth, known, screen } from '../../tests/sign-in-card.ts'
import { SignIn } from './sign-in.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn/Combined with sign-up',
  component: SignIn,
  args: { withSignUp: true, signUpFallbackRedirectUrl: '/welcome' },
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignIn>

const withoutPasswords = { password: { enabled: true, required: false, minLength: 8 } }
const phones = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }

async function give(element: HTMLElement, label: string, value: string) {
  const at = screen(element)
  await userEvent.type(await at.findByLabelText(label), value)
  await at.press('Continue')
  return at
}

export const Start: Story = {
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await expect(await at.findByRole('heading', { level: 1, name: 'Continue to Acme' })).toBeVisible()
    await expect(at.queryByRole('link', { name: 'Create an account' })).toBeNull()
  },
}

export const SomebodyKnown: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    await giveBoth(canvasElement)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const SomebodyNew: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await give(canvasElement, 'Email', emailAddress)
    await expect(await at.findByRole('heading', { level: 1, name: 'Create your account' })).toBeVisible()
    await waitFor(async () => expect(await at.password()).toHaveFocus())
    await expect(await at.email()).toHaveValue(emailAddress)
    await userEvent.type(await at.password(), password)
    await at.press('Create account')
    const code = await at.code()
    await waitFor(() => expect(loaded.world.server.inbox.list()).toHaveLength(1))
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/welcome']))
    await expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(emailAddress)
  },
}

export const BackToSigningIn: Story = {
  play: async ({ canvasElement }) => {
    const at = await give(canvasElement, 'Email', emailAddress)
    await at.findByText('Create your account')
    await at.press('Sign in')
    await expect(await at.findByText('Continue to Acme')).toBeVisible()
    await expect(await at.email()).toHaveValue(emailAddress)
    await waitFor(async () => expect(await at.email()).toHaveFocus())
  },
}

export const StraightToTheCode: Story = {
  parameters: { usher: { settings: withoutPasswords } },
  play: async ({ canvasElement, loaded }) => {
    const at = await give(canvasElement, 'Email', emailAddress)
    const code = await at.code()
    await expect(at.getByRole('heading', { level: 1 })).toHaveTextContent('Check your email')
    await waitFor(() => expect(code).toHaveFocus())
    await waitFor(() => expect(loaded.world.server.inbox.list()).toHaveLength(1))
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/welcome']))
  },
}

export const ByPhone: Story = {
  parameters: {
    usher: {
      settings: {
        ...withoutPasswords,
        phoneNumber: phones,
        emailAddress: { ...phones, required: false },
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const number = '+30 694 555 0123'
    const at = await give(canvasElement, 'Email or phone number', number)
    const code = await at.code()
    await waitFor(() => expect(loaded.world.server.inbox.messages()).toHaveLength(1))
    await userEvent.type(code, loaded.world.server.inbox.code(number.replaceAll(' ', '')))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/welcome']))
  },
}

export const ByUsername: Story = {
  parameters: {
    usher: {
      settings: { username: { enabled: true, required: true, usedForFirstFactor: true } },
    },
  },
  play: async ({ canvasElement }) => {
    const at = await give(canvasElement, 'Email or username', 'ada_lovelace')
    await expect(await at.findByLabelText('Username')).toHaveValue('ada_lovelace')
    await expect(await at.email()).toHaveValue('')
    await expect(await at.email()).toHaveFocus()
  },
}

export const NobodyLearnsWhoHasAnAccount: Story = {
  parameters: { usher: { settings: { enumerationProtection: true } } },
  play: async ({ canvasElement, loaded }) => {
    const at = await give(canvasElement, 'Email', emailAddress)
    await expect(await at.findByRole('heading', { level: 1, name: 'Check your email' })).toBeVisible()
    await waitFor(() => expect(loaded.world.server.inbox.list()).toHaveLength(1))
    await userEvent.type(await at.code(), loaded.world.server.inbox.code(emailAddress))
    await expect(await at.findByText('One more thing')).toBeVisible()
    await waitFor(async () => expect(await at.password()).toHaveFocus())
    await userEvent.type(await at.password(), password)
    await at.press('Continue')
    await waitFor(() => expect(loaded.world.visited).toEqual(['/welcome']))
  },
}

export const AfterAReload: Story = {
  parameters: {
    usher: {
      settings: withoutPasswords,
      arrange: async ({ browser }: PageWorld) => {
        const { body } = await browser.post('/v1/client/sign_ups', { email_address: emailAddress })
        await browser.post(`/v1/client/sign_ups/${body.response.id}/prepare_verification`, {
          strategy: 'email_code',
        })
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.code(), loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/welcome']))
  },
}
