import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { signInByTicket } from '../../tests/tickets.ts'
import { UserButton } from '../user-button/user-button.tsx'

const meta: Meta<typeof UserButton> = {
  title: 'Components/Impersonation',
  component: UserButton,
  parameters: {
    usher: {
      arrange: async (world: PageWorld) => {
        await world.signUp(emailAddress, world.server.browser())
        await signInByTicket(world, 'actor_tokens')
      },
    },
  },
}
export default meta

type Story = StoryObj<typeof UserButton>

const stop = () => within(document.body).findByRole('button', { name: 'Stop' }, { timeout: 5000 })

export const ActingAsAda: Story = {
  play: async () => {
    await stop()
    const notice = within(document.body).getByRole('complementary')
    await waitFor(() => expect(notice).toBeVisible())
    await expect(notice).toHaveTextContent(`You act as ${emailAddress}`)
  },
}

export const Stopped: Story = {
  play: async ({ loaded }) => {
    await userEvent.click(await stop())
    await waitFor(() => expect(loaded.world.clerk.user).toBeNull(), { timeout: 4000 })
    await waitFor(() => expect(within(document.body).queryByRole('complementary')).toBeNull())
  },
}
