import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { confirmLink } from '../../tests/email-link.ts'
import { SignIn } from './sign-in.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn/New device',
  component: SignIn,
  parameters: {
    usher: {
      settings: { clientTrust: true },
      arrange: async ({ server, signUp }: PageWorld) => {
        await signUp(emailAddress, server.browser())
      },
    },
  },
}
export default meta

type Story = StoryObj<typeof SignIn>

async function passPassword(element: HTMLElement) {
  const at = within(element)
  await userEvent.type(await at.findByLabelText('Email'), emailAddress)
  await userEvent.type(await at.findByLabelText('Password'), password)
  await userEvent.click(at.getByRole('button', { name: 'Continue' }))
  const code = await at.findByLabelText('6-digit code', {}, { timeout: 5000 })
  return { at, code }
}

export const AskedForACode: Story = {
  play: async ({ canvasElement }) => {
    const { at, code } = await passPassword(canvasElement)
    await waitFor(() => expect(code).toHaveFocus())
    await expect(code).toHaveAccessibleDescription(/not signed in on this device before/)
    await at.findByRole('button', { name: /Send again in/ })
  },
}

export const SignedIn: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, code } = await passPassword(canvasElement)
    await at.findByRole('button', { name: /Send again in/ })
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 4000 })
  },
}

export const WrongCode: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, code } = await passPassword(canvasElement)
    await at.findByRole('button', { name: /Send again in/ })
    const right = loaded.world.server.inbox.code(emailAddress)
    await userEvent.type(code, right === '000000' ? '111111' : '000000')
    await waitFor(() => expect(code).toHaveAttribute('aria-invalid', 'true'), { timeout: 4000 })
    await expect(loaded.world.clerk.user).toBeNull()
  },
}

export const ByLink: Story = {
  parameters: {
    usher: { ...meta.parameters?.usher, settings: { clientTrust: true, emailLinkSignIn: true } },
  },
  play: async ({ canvasElement, loaded }) => {
    const { at } = await passPassword(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Use another method' }))
    await userEvent.click(await at.findByRole('button', { name: /Email a link/ }))
    await at.findByRole('button', { name: /Send again in/ })
    await waitFor(() => expect(at.getByText(/not signed in on this device before/)).toBeVisible())
    await confirmLink(loaded.world, loaded.world.server.browser())
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 4000 })
  },
}
