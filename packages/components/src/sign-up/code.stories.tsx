import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { moveClock } from '../../tests/clock.ts'
import { SignUp } from './sign-up.tsx'

const meta: Meta<typeof SignUp> = {
  title: 'Components/SignUp code',
  component: SignUp,
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignUp>

async function askForCode(element: HTMLElement) {
  const at = within(element)
  await userEvent.type(await at.findByLabelText('Email'), emailAddress)
  await userEvent.type(await at.findByLabelText('Password'), password)
  await userEvent.click(await at.findByRole('button', { name: 'Create account' }))
  const code = await at.findByLabelText('6-digit code')
  await at.findByRole('button', { name: /Send again in 0:/ })
  return { at, code }
}

export const CodeTooOld: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, code } = await askForCode(canvasElement)
    const old = loaded.world.server.inbox.code(emailAddress)
    loaded.world.server.clock.advance(11 * 60_000)
    await userEvent.type(code, old)
    await expect(await at.findByText(/This code has expired/)).toBeVisible()
    await expect(await at.findByRole('button', { name: 'Send a new code' })).toBeVisible()
  },
}

export const FiveWrongCodes: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, code } = await askForCode(canvasElement)
    const right = loaded.world.server.inbox.code(emailAddress)
    for (let tries = 0; tries < 6; tries++) {
      await waitFor(() => expect(canvasElement.querySelector('[data-pending]')).toBeNull())
      await userEvent.clear(code)
      await userEvent.type(code, right === '000000' ? '000001' : '000000')
    }
    await expect(await at.findByText(/Too many wrong codes/)).toBeVisible()
    await expect(await at.findByRole('button', { name: 'Send a new code' })).toBeVisible()
  },
}

export const CodeSentAgain: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at } = await askForCode(canvasElement)
    const first = loaded.world.server.inbox.code(emailAddress)
    loaded.world.server.clock.advance(31_000)
    const setRight = moveClock(31_000)
    await userEvent.click(await at.findByRole('button', { name: 'Send a new code' }, { timeout: 3000 }))
    await waitFor(() => expect(loaded.world.server.inbox.code(emailAddress)).not.toBe(first))
    setRight()
  },
}

export const SignedInAlready: Story = {
  parameters: { usher: { arrange: ({ signUp }: PageWorld) => signUp() } },
  play: async ({ canvasElement, loaded }) => {
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
    await expect(within(canvasElement).queryByLabelText('Email')).toBeNull()
  },
}
