import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { UserProfile } from './user-profile.tsx'

const meta: Meta<typeof UserProfile> = { title: 'Components/UserProfile/Username', component: UserProfile }
export default meta

type Story = StoryObj<typeof UserProfile>

const withUsernames = {
  settings: { username: { enabled: true, required: false, usedForFirstFactor: true } },
  arrange: async ({ server, signUp, browser }: PageWorld) => {
    const other = server.browser()
    await signUp('grace@example.com', other)
    await other.patch('/v1/me', { username: 'grace_hopper' })
    await signUp(emailAddress, browser)
  },
}

export const UsernameTakenThenSet: Story = {
  parameters: { usher: withUsernames },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Set, Username' }))
    const field = await at.findByRole('textbox', { name: 'Username' })
    await waitFor(() => expect(field).toHaveFocus())
    await userEvent.type(field, 'Grace_Hopper')
    await expect(await at.findByText('This username is taken. Try another one.')).toBeVisible()
    await expect(field).toHaveFocus()
    await userEvent.clear(field)
    await userEvent.type(field, 'ada_lovelace')
    await expect(await at.findByText('ada_lovelace is free.')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(loaded.world.clerk.user?.username).toBe('ada_lovelace'))
    await waitFor(() => expect(at.getByRole('button', { name: 'Edit, Username' })).toHaveFocus())
  },
}

export const UsernameIsTheOnlyWayIn: Story = {
  parameters: {
    usher: {
      settings: {
        username: { enabled: true, required: false, usedForFirstFactor: true },
        emailAddress: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
      },
      arrange: ({ browser }: PageWorld) =>
        browser.post('/v1/client/sign_ups', { username: 'ada_lovelace', password }),
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    // In the rail and in its row.
    await waitFor(() => expect(at.getAllByText('ada_lovelace')).toHaveLength(2))
    await userEvent.click(await at.findByRole('button', { name: 'Edit, Username' }))
    await userEvent.clear(await at.findByRole('textbox', { name: 'Username' }))
    await userEvent.keyboard('{Enter}')
    await waitFor(() =>
      expect(at.getByText('This is your only way in. Add another one first.')).toBeVisible(),
    )
    await expect(loaded.world.clerk.user?.username).toBe('ada_lovelace')
  },
}
