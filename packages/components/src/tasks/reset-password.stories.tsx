import type { Meta, StoryObj } from '@storybook/react-vite'
import { password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { narrow } from '../../tests/narrow.tsx'
import { needsBoth, needsPassword } from '../../tests/session-tasks.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { TaskResetPassword } from './task-reset-password.tsx'

const meta: Meta<typeof TaskResetPassword> = {
  title: 'Components/Tasks/New password',
  component: TaskResetPassword,
  args: { redirectUrlComplete: '/app' },
  parameters: { usher: needsPassword },
}
export default meta

type Story = StoryObj<typeof TaskResetPassword>

async function choose(element: HTMLElement, chosen: string) {
  const at = within(element)
  const field = await at.findByLabelText('New password', {}, { timeout: 5000 })
  await userEvent.type(field, `${chosen}{Enter}`)
  return { at, field }
}

export const Start: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    const title = { name: 'Choose a new password' }
    await expect(await at.findByRole('heading', title, { timeout: 5000 })).toBeVisible()
    await expect(at.getByRole('checkbox')).toBeChecked()
  },
}

export const TheSameOne: Story = {
  play: async ({ canvasElement }) => {
    const { field } = await choose(canvasElement, password)
    await waitFor(() => expect(field).toBeInvalid(), { timeout: 5000 })
    await expect(field).toHaveAccessibleDescription(/This is your current password/)
    await expect(field).toHaveFocus()
  },
}

export const Done: Story = {
  play: async ({ canvasElement, loaded }) => {
    await choose(canvasElement, 'a different good one')
    await waitFor(() => expect(loaded.world.visited).toEqual(['/app']), { timeout: 5000 })
    await expect(loaded.world.clerk.session?.status).toBe('active')
  },
}

export const InSignIn: Story = {
  render: () => <SignIn />,
  play: async ({ canvasElement, loaded }) => {
    await choose(canvasElement, 'a different good one')
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 5000 })
  },
}

export const ThenASecondFactor: Story = {
  parameters: { usher: needsBoth },
  render: () => <SignIn />,
  play: async ({ canvasElement, loaded }) => {
    const { at } = await choose(canvasElement, 'a different good one')
    const title = { name: 'Add a second step' }
    const heading = await at.findByRole('heading', title, { timeout: 5000 })
    await expect(heading).toBeVisible()
    await expect(loaded.world.visited).toEqual([])
  },
}

export const NothingToDo: Story = {
  parameters: { usher: { arrange: async () => {} } },
  play: async ({ loaded }) => {
    await waitFor(() => expect(loaded.world.visited).toEqual(['/sign-in']), { timeout: 5000 })
  },
}

export const NarrowDark: Story = { ...Start, decorators: [narrow], globals: { theme: 'dark' } }

export const StartRightToLeft: Story = { ...Start, globals: { direction: 'rtl' } }
