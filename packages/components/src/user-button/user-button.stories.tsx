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
    await expect(dialog).toHaveFocus()
    const close = within(dialog).getByRole('button', { name: 'Close' }).getBoundingClientRect()
    await expect(close.right).toBeLessThan(window.innerWidth)
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

const charles = 'charles@analytical.example'

const twoAccounts = {
  usher: {
    settings: { singleSessionMode: false },
    arrange: async ({ signUp }: PageWorld) => {
      await signUp(charles)
      await signUp()
    },
  },
}

async function openAccounts(canvasElement: HTMLElement) {
  const at = within(canvasElement)
  const button = await at.findByRole('button', { name })
  button.focus()
  await userEvent.keyboard('{Enter}')
  return { at, button, other: await at.findByRole('button', { name: new RegExp(charles) }) }
}

export const TwoAccounts: Story = {
  parameters: twoAccounts,
  play: async ({ canvasElement, loaded }) => {
    const { at, button, other } = await openAccounts(canvasElement)
    loaded.world.network.delay = 400
    await userEvent.click(other)
    await waitFor(() => expect(other).toHaveAttribute('aria-disabled', 'true'))
    await waitFor(() => expect(button).toHaveAccessibleName(`Account: ${charles}`), { timeout: 4000 })
    await expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(charles)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
    await waitFor(() => expect(at.queryByRole('button', { name: 'Manage account' })).toBeNull())
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const SwitchThatFails: Story = {
  parameters: twoAccounts,
  play: async ({ canvasElement, loaded }) => {
    const { at, button, other } = await openAccounts(canvasElement)
    loaded.world.network.status = 503
    await userEvent.click(other)
    await expect(await at.findByRole('alert')).toHaveTextContent('We could not reach Acme')
    await expect(button).toHaveAccessibleName(name)
    await expect(other).not.toHaveAttribute('aria-disabled')
    loaded.world.network.status = null
    await userEvent.click(at.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(button).toHaveAccessibleName(`Account: ${charles}`))
  },
}

export const SwitchedInAnotherTab: Story = {
  parameters: twoAccounts,
  play: async ({ canvasElement, loaded }) => {
    const { button } = await openAccounts(canvasElement)
    const { clerk } = loaded.world
    const other = clerk.client?.sessions.find(({ id }: { id: string }) => id !== clerk.session?.id)
    await clerk.setActive({ session: other?.id })
    await waitFor(() => expect(button).toHaveAccessibleName(`Account: ${charles}`))
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'false'))
  },
}

export const AccountAdded: Story = {
  parameters: twoAccounts,
  play: async ({ canvasElement, loaded }) => {
    const { at } = await openAccounts(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Add account' }))
    await expect(loaded.world.visited).toEqual(['/sign-in'])
  },
}

export const OneOfTwoSignedOut: Story = {
  parameters: twoAccounts,
  play: async ({ canvasElement, loaded }) => {
    const { at } = await openAccounts(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Sign out' }))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/sign-in#/choose']))
    await expect(loaded.world.clerk.client?.signedInSessions).toHaveLength(1)
  },
}

export const AllSignedOut: Story = {
  parameters: twoAccounts,
  play: async ({ canvasElement, loaded }) => {
    const { at } = await openAccounts(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Sign out of all accounts' }))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
    await expect(loaded.world.clerk.client?.sessions).toEqual([])
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

export const SwitchThatFailsDark: Story = { ...SwitchThatFails, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...LongName, globals: { direction: 'rtl' } }
