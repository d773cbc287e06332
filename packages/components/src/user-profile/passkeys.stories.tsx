import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { addPasskey, device, plugIn, settings, unplugAfter } from '../../tests/passkeys.ts'
import { UserProfile } from './user-profile.tsx'

const arrangeNone = async ({ signUp }: PageWorld) => {
  plugIn()
  await signUp()
}

const arrangeTwo = async (world: PageWorld) => {
  await arrangeNone(world)
  const synced = await addPasskey(world.browser, 'MacBook Pro')
  world.server.clock.advance(60_000)
  await addPasskey(world.browser, 'Security key, blue')
  const used = { backed_up: 1, last_used_at: Date.now() }
  await world.server.deps.db.updateTable('passkeys').set(used).where('id', '=', synced).execute()
}

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile/Passkeys',
  component: UserProfile,
  parameters: { usher: { settings, arrange: arrangeTwo } },
  beforeEach: () => {
    window.location.hash = '#/security'
    const unplug = unplugAfter()
    return () => {
      unplug()
      window.location.hash = ''
    }
  },
}
export default meta

type Story = StoryObj<typeof UserProfile>

async function open(element: HTMLElement, name: string, action: string) {
  const at = within(element)
  await userEvent.click(await at.findByRole('button', { name: `Actions for ${name}` }))
  await userEvent.click(await at.findByRole('menuitem', { name: action }))
  return at
}

const expectRowFocus = (at: ReturnType<typeof within>) =>
  waitFor(() => expect(at.getByRole('button', { name: /^Actions for (Laptop|Chrome)/ })).toHaveFocus())

export const None: Story = {
  parameters: { usher: { settings, arrange: arrangeNone } },
  play: async ({ canvasElement }) => {
    await waitFor(async () =>
      expect(await within(canvasElement).findByText('No passkeys yet.')).toBeVisible(),
    )
  },
}

export const Added: Story = {
  parameters: { usher: { settings, arrange: arrangeNone } },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const section = within((await at.findByText('No passkeys yet.')).closest('section') ?? canvasElement)
    await userEvent.click(section.getByRole('button', { name: 'Add one' }))
    await within(document.body).findByText('Your passkey is added.')
    await expectRowFocus(at)
    await expect(loaded.world.clerk.user?.passkeys).toHaveLength(1)
  },
}

export const Some: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(async () => expect(await at.findByText('MacBook Pro')).toBeVisible())
    await expect(at.getByText('Synced')).toBeVisible()
    await expect(at.getByText('Used today')).toBeVisible()
    await expect(at.getByText('Not used yet')).toBeVisible()
  },
}

export const OneOnThisDevice: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    const add = await at.findByRole('button', { name: 'Add passkey' })
    await userEvent.click(add)
    await waitFor(() =>
      expect(at.getByText('This device has a passkey of this account already.')).toBeVisible(),
    )
    await waitFor(() => expect(add).toHaveFocus())
  },
}

export const Cancelled: Story = {
  parameters: { usher: { settings, arrange: arrangeNone } },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await at.findByText('No passkeys yet.')
    device.credentials.refuseNext()
    await userEvent.click(at.getByRole('button', { name: 'Add one' }))
    await waitFor(() => expect(at.getByText(/No passkey was added/)).toBeVisible())
  },
}

export const Renaming: Story = {
  play: async ({ canvasElement }) => {
    const at = await open(canvasElement, 'MacBook Pro', 'Rename')
    const name = await at.findByLabelText('Name')
    await waitFor(() => expect(name).toHaveFocus())
    await expect(name).toHaveValue('MacBook Pro')
  },
}

export const Renamed: Story = {
  play: async ({ canvasElement }) => {
    const at = await open(canvasElement, 'MacBook Pro', 'Rename')
    const name = await at.findByLabelText('Name')
    await userEvent.clear(name)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(name).toBeInvalid())
    await userEvent.type(name, 'Laptop at home{Enter}')
    await waitFor(() => expect(at.getByText('Laptop at home')).toBeVisible())
    await expectRowFocus(at)
  },
}

export const Removing: Story = {
  play: async ({ canvasElement }) => {
    const at = await open(canvasElement, 'Security key, blue', 'Remove')
    const heading = await at.findByRole('heading', { name: 'Remove this passkey?' })
    await waitFor(() => expect(heading).toHaveFocus())
  },
}

export const Removed: Story = {
  play: async ({ canvasElement }) => {
    const at = await open(canvasElement, 'Security key, blue', 'Remove')
    const panel = within(await at.findByRole('group', { name: 'Remove this passkey?' }))
    await userEvent.click(panel.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(at.queryByText('Security key, blue')).toBeNull())
    await waitFor(() => expect(at.getByRole('button', { name: 'Add passkey' })).toHaveFocus())
  },
}
