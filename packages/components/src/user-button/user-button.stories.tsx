import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { UserButton } from './user-button.tsx'

const meta: Meta<typeof UserButton> = {
  title: 'Components/UserButton',
  component: UserButton,
  parameters: { usher: { arrange: ({ signUp }: PageWorld) => signUp() } },
}
export default meta

type Story = StoryObj<typeof UserButton>

const name = `Account: ${emailAddress}`

export const Closed: Story = {
  play: async ({ canvasElement }) => {
    const button = await within(canvasElement).findByRole('button', { name })
    await expect(button).toHaveAttribute('aria-haspopup', 'dialog')
  },
}

export const OpenedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    const button = await at.findByRole('button', { name })
    button.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(at.getByRole('button', { name: 'Manage account' })).toBeVisible())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const ManageAccountOpensADialog: Story = {
  play: async ({ canvasElement }) => {
    const button = await within(canvasElement).findByRole('button', { name })
    button.focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Manage account' }))
    const dialog = await screen.findByRole('dialog', { name: 'Your account' })
    await expect(await within(dialog).findByRole('heading', { name: 'Profile' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Your account' })).toBeNull())
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const SignedOut: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name }))
    await userEvent.click(await at.findByRole('button', { name: 'Sign out' }))
    await waitFor(() => expect(loaded.world.clerk.user).toBeNull())
    await waitFor(() => expect(at.queryByRole('button', { name })).toBeNull())
  },
}

export const TwoAccounts: Story = {
  parameters: {
    usher: {
      settings: { singleSessionMode: false },
      arrange: async ({ signUp }: PageWorld) => {
        await signUp('charles@analytical.example')
        await signUp()
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name }))
    await userEvent.click(await at.findByRole('button', { name: /charles@analytical.example/ }))
    await waitFor(() =>
      expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe('charles@analytical.example'),
    )
  },
}

export const LongName: Story = {
  parameters: {
    usher: {
      arrange: async ({ browser, signUp }: PageWorld) => {
        await signUp()
        const first_name = 'Adelheid-Wilhelmine '.repeat(4).trim()
        await browser.patch('/v1/me', { first_name, last_name: 'von Lovelace' })
      },
    },
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: /^Account: Adelheid/ }))
    const manage = await at.findByRole('button', { name: 'Manage account' })
    await waitFor(() => expect(manage).toBeVisible())
    const popover = manage.closest('[popover]') ?? canvasElement
    await expect(popover.scrollWidth).toBeLessThanOrEqual(popover.clientWidth)
  },
}

export const BeforeAnybodyIsKnown: Story = {
  args: { fallback: <span role="status">Who is there?</span> },
  parameters: {
    usher: {
      arrange: async ({ network, signUp }: PageWorld) => {
        await signUp()
        network.delay = 800
      },
    },
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByRole('status')).toHaveTextContent('Who is there?')
    await expect(await at.findByRole('button', { name }, { timeout: 5000 })).toBeVisible()
  },
}

export const Dark: Story = { ...OpenedByKeyboard, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...LongName, globals: { direction: 'rtl' } }
