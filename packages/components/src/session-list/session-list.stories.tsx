import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, within } from 'storybook/test'
import { SessionList } from './session-list.tsx'

const meta: Meta<typeof SessionList> = {
  title: 'Components/SessionList',
  component: SessionList,
  parameters: { usher: { arrange: ({ signUp }: PageWorld) => signUp() } },
}
export default meta

type Story = StoryObj<typeof SessionList>

export const ThisDeviceOnly: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByText('This device')).toBeVisible()
    await expect(at.getByText('203.0.113.9')).toBeVisible()
    await expect(at.queryByRole('button', { name: 'Sign out' })).toBeNull()
  },
}

export const SignedOut: Story = {
  parameters: { usher: { arrange: undefined } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByText('Active sessions')).toBeNull()
  },
}
