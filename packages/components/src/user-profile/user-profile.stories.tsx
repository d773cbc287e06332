import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { moveClock } from '../../tests/clock.ts'
import { UserProfile } from './user-profile.tsx'

const signedIn = { arrange: ({ signUp }: PageWorld) => signUp() }

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile',
  component: UserProfile,
  parameters: { usher: signedIn },
}
export default meta

type Story = StoryObj<typeof UserProfile>

const second = 'countess@ockham.example'

async function openSecurity(element: HTMLElement) {
  window.location.hash = '#/security'
  const at = within(element)
  await expect(await at.findByRole('heading', { level: 1, name: 'Security' })).toBeVisible()
  return at
}

async function addAddress(element: HTMLElement) {
  const at = within(element)
  await userEvent.click(await at.findByRole('button', { name: 'Add email' }))
  const field = await at.findByRole('textbox', { name: 'Email' })
  await waitFor(() => expect(field).toHaveFocus())
  await userEvent.type(field, `${second}{Enter}`)
  return { at, code: await at.findByLabelText('6-digit code') }
}

export const Profile: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()
    await expect(await at.findByText('Primary')).toBeVisible()
  },
}

export const OnePageAlone: Story = {
  args: { only: 'security' },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByRole('heading', { level: 1, name: 'Security' })).toBeVisible()
    await expect(at.queryByRole('navigation')).toBeNull()
  },
}

export const NameChanged: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Edit' }))
    const field = await at.findByLabelText('First name')
    await waitFor(() => expect(field).toHaveFocus())
    await userEvent.type(field, 'Ada')
    await userEvent.type(at.getByLabelText('Last name'), 'Lovelace{Enter}')
    await waitFor(() => expect(loaded.world.clerk.user?.fullName).toBe('Ada Lovelace'))
    await waitFor(() => expect(at.getByRole('button', { name: 'Edit' })).toHaveFocus())
    const said = document.querySelector('[data-live-region="polite"]')
    await waitFor(() => expect(said).toHaveTextContent('Your profile is saved.'))
  },
}

export const NameNotSavedKeepsWhatWasTyped: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Edit' }))
    const field = await at.findByLabelText('First name')
    loaded.world.network.status = 503
    await userEvent.type(field, 'Ada{Enter}')
    const alert = await at.findByText('We could not reach Acme')
    await waitFor(() => expect(alert).toBeVisible())
    await expect(loaded.world.clerk.user?.firstName).toBeNull()
    await expect(field).toHaveValue('Ada')
    loaded.world.network.status = null
    await userEvent.click(at.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(loaded.world.clerk.user?.firstName).toBe('Ada'))
  },
}

export const AddressAdded: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, code } = await addAddress(canvasElement)
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.type(code, loaded.world.server.inbox.code(second))
    await userEvent.click(await at.findByRole('button', { name: `Actions for ${second}` }))
    await userEvent.click(await at.findByRole('menuitem', { name: 'Make primary' }))
    await waitFor(() => expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(second))
  },
}

export const AddressWithAWrongCode: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { code } = await addAddress(canvasElement)
    const right = await waitFor(() => loaded.world.server.inbox.code(second))
    await userEvent.type(code, right === '000000' ? '000001' : '000000')
    await waitFor(() => expect(code).toBeInvalid())
    await expect(code).toHaveFocus()
  },
}

export const AddressRemoved: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at } = await addAddress(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(await at.findByRole('button', { name: `Actions for ${second}` }))
    await userEvent.click(await at.findByRole('menuitem', { name: 'Remove email' }))
    await userEvent.click(await at.findByRole('button', { name: 'Remove email' }))
    await waitFor(() => expect(loaded.world.clerk.user?.emailAddresses).toHaveLength(1))
  },
}

export const LastAddressStays: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: `Actions for ${emailAddress}` }))
    const item = await at.findByRole('menuitem', { name: /This is your only way in/ })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
  },
}

export const PanelClosedByEscape: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Add email' }))
    const field = await at.findByRole('textbox', { name: 'Email' })
    await userEvent.type(field, 'a')
    await userEvent.keyboard('{Escape}')
    await expect(field).toHaveFocus()
    await userEvent.keyboard('{Backspace}{Escape}')
    await waitFor(() => expect(at.getByRole('button', { name: 'Add email' })).toHaveFocus())
  },
}

export const PasswordChanged: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await openSecurity(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Change' }))
    await userEvent.type(await at.findByLabelText('New password'), 'another good password')
    await userEvent.click(at.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(at.getByRole('button', { name: 'Change' })).toHaveFocus())
    await expect(loaded.world.clerk.isSignedIn).toBe(true)
  },
}

export const WrongCurrentPassword: Story = {
  parameters: {
    usher: { ...signedIn, settings: { reverification: { enabled: false, maxAge: 600_000 } } },
  },
  play: async ({ canvasElement }) => {
    const at = await openSecurity(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Change' }))
    const field = await at.findByLabelText('Current password')
    await userEvent.type(field, 'not the password')
    await userEvent.type(at.getByLabelText('New password'), 'another good password')
    await userEvent.click(at.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(field).toBeInvalid())
    await expect(field).toHaveFocus()
  },
}

export const ThreeDevices: Story = {
  parameters: {
    usher: {
      arrange: async ({ server, signUp, signIn }: PageWorld) => {
        await signUp()
        await signIn(emailAddress, server.browser({ userAgent: iphone, ipAddress: '203.0.113.44' }))
        await signIn(emailAddress, server.browser({ userAgent: windows, ipAddress: '192.0.2.118' }))
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = await openSecurity(canvasElement)
    await expect(await at.findByText('This device')).toBeVisible()
    const devices = within(at.getByRole('region', { name: 'Active sessions' }))
    const [first] = await devices.findAllByRole('button', { name: /^Sign out, / })
    await userEvent.click(first as HTMLElement)
    const others = await devices.findAllByRole('button', { name: 'Sign out 1 other device' })
    await userEvent.click(others[0] as HTMLElement)
    await waitFor(() => expect(devices.queryByText('Safari on iOS')).toBeNull())
    await waitFor(() => expect(devices.queryByText('Firefox on Windows')).toBeNull())
    await expect(loaded.world.clerk.isSignedIn).toBe(true)
  },
}

export const AccountDeleted: Story = {
  parameters: { usher: { ...signedIn, settings: { deleteSelf: true } } },
  play: async ({ canvasElement, loaded }) => {
    const at = await openSecurity(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Delete account' }))
    await userEvent.type(await at.findByRole('textbox', { name: /Type/ }), 'Delete account')
    await userEvent.click(at.getByRole('button', { name: 'Delete account' }))
    await waitFor(() => expect(loaded.world.clerk.user).toBeNull())
  },
}

export const PasswordChangedMonthsAgo: Story = {
  play: async ({ canvasElement, loaded }) => {
    const setRight = moveClock(loaded.world.server.clock.now() + 100 * 86_400_000 - Date.now())
    const at = await openSecurity(canvasElement)
    await expect(await at.findByText('Changed 3 months ago')).toBeVisible()
    setRight()
  },
}

export const SignedOutElsewhere: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { server, clerk, signIn, visited } = loaded.world
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Edit' }))
    await userEvent.type(await at.findByLabelText('First name'), 'Ada')
    const elsewhere = server.browser()
    await signIn(emailAddress, elsewhere)
    await elsewhere.post(`/v1/me/sessions/${clerk.session?.id}/revoke`)
    await userEvent.click(await at.findByRole('button', { name: 'Save' }))
    const heading = await at.findByRole('heading', { level: 1, name: 'You were signed out on this device' })
    await waitFor(() => expect(heading).toHaveFocus())
    await expect(at.queryByText(emailAddress)).toBeNull()
    await userEvent.click(at.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(visited.at(-1)).toMatch(/^\/sign-in.*redirect_url=/))
  },
}

export const LongNameAndAddress: Story = {
  parameters: {
    usher: {
      arrange: ({ signUp }: PageWorld) => signUp(`${'very-long-name-'.repeat(4)}@department.example.com`),
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await at.findByText('Primary')
    await loaded.world.clerk.user?.update({
      firstName: 'Adelheid-Wilhelmine '.repeat(3),
      lastName: 'von Lovelace',
    })
    await expect(await at.findByRole('button', { name: 'Edit' })).toBeVisible()
    for (const row of canvasElement.querySelectorAll('li'))
      await expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth + 1)
  },
}

export const ServerDownWhileRemoving: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at } = await addAddress(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(await at.findByRole('button', { name: `Actions for ${second}` }))
    await userEvent.click(await at.findByRole('menuitem', { name: 'Remove email' }))
    loaded.world.network.status = 503
    await userEvent.click(await at.findByRole('button', { name: 'Remove email' }))
    await waitFor(() => expect(at.getByText('We could not reach Acme')).toBeVisible())
    await expect(at.getAllByText(second)[0]).toBeVisible()
  },
}

export const Dark: Story = { ...ThreeDevices, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...AddressWithAWrongCode, globals: { direction: 'rtl' } }

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
