import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, within } from 'storybook/test'
import { UserAvatar } from './user-avatar.tsx'

const meta: Meta<typeof UserAvatar> = {
  title: 'Components/UserAvatar',
  component: UserAvatar,
  parameters: { usher: { arrange: ({ signUp }: PageWorld) => signUp() } },
}
export default meta

type Story = StoryObj<typeof UserAvatar>

const radiusOf = async (element: HTMLElement) => {
  const picture = await within(element).findByRole('img', { name: emailAddress })
  return getComputedStyle(picture.firstElementChild as Element).borderRadius
}

export const Round: Story = {
  play: async ({ canvasElement }) => expect(await radiusOf(canvasElement)).toBe('50%'),
}

export const Square: Story = {
  args: { rounded: false },
  play: async ({ canvasElement }) => expect(await radiusOf(canvasElement)).not.toBe('50%'),
}

export const SignedOut: Story = {
  args: { fallback: 'Who?' },
  parameters: { usher: { arrange: async () => {} } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('img')).toBeNull()
  },
}
