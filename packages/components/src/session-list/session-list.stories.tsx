import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
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
    await expect(at.queryByRole('button', { name: /^Sign out/ })).toBeNull()
  },
}

export const SignedOut: Story = {
  parameters: { usher: { arrange: undefined } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByText('Active sessions')).toBeNull()
  },
}

const twoDevices = {
  arrange: async ({ server, signUp, signIn }: PageWorld) => {
    await signUp()
    await signIn(emailAddress, server.browser({ userAgent: firefox, ipAddress: '192.0.2.118' }))
  },
}

export const OtherDeviceSignedOut: Story = {
  parameters: { usher: twoDevices },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await at.findByText('Firefox on Windows')
    loaded.world.network.delay = 400
    await userEvent.click(await at.findByRole('button', { name: /^Sign out, / }))
    await expect(await at.findByText('Signing out')).toBeVisible()
    await waitFor(() => expect(at.queryByText('Firefox on Windows')).toBeNull(), { timeout: 4000 })
  },
}

const places: Record<string, { city: string; country: string }> = {
  '203.0.113.9': { city: 'Athens', country: 'Greece' },
  '203.0.113.44': { city: 'Athens', country: 'Greece' },
  '198.51.100.20': { city: 'Thessaloniki', country: 'Greece' },
  '192.0.2.118': { city: 'Lisbon', country: 'Portugal' },
}

export const FourDevices: Story = {
  parameters: {
    usher: {
      geolocation: { locate: (ip: string) => places[ip] ?? { city: null, country: null } },
      arrange: async ({ server, signUp, signIn }: PageWorld) => {
        await signUp()
        await signIn(emailAddress, server.browser({ userAgent: iPhone, ipAddress: '203.0.113.44' }))
        await signIn(emailAddress, server.browser({ userAgent: iPad, ipAddress: '198.51.100.20' }))
        await signIn(emailAddress, server.browser({ userAgent: firefox, ipAddress: '192.0.2.118' }))
      },
    },
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await at.findByText('Safari on iPhone')
    await expect(at.getByText('Safari on iPad')).toBeVisible()
    await expect(at.getByText('Thessaloniki, Greece')).toBeVisible()
    const abroad = (await at.findByText('Firefox on Windows')).closest('li') ?? canvasElement
    await expect(within(abroad).getByText('New place')).toBeVisible()
    await expect(within(abroad).getByText('Lisbon, Portugal')).toBeVisible()
    await expect(at.getAllByText('New place')).toHaveLength(1)
    const [others] = at.getAllByRole('button', { name: 'Sign out 3 other devices' })
    if (others) await userEvent.click(others)
    await expect((await at.findAllByText('Signing out')).length).toBeGreaterThan(0)
    await waitFor(() => expect(at.queryByText('Safari on iPad')).toBeNull(), { timeout: 4000 })
    await expect(at.getByText('This device')).toBeVisible()
  },
}

export const SignedInAbroad: Story = {
  ...FourDevices,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('New place')).toBeVisible()
  },
}

export const SignedInAbroadDark: Story = { ...SignedInAbroad, globals: { theme: 'dark' } }

export const SessionExpired: Story = {
  parameters: { usher: twoDevices },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await at.findByText('Firefox on Windows')
    loaded.world.server.clock.advance(604_800_000)
    await userEvent.click(await at.findByRole('button', { name: /^Sign out, / }))
    await expect(await at.findByRole('heading', { name: 'You were signed out on this device' })).toBeVisible()
    await expect(at.queryByText('This device')).toBeNull()
    await userEvent.click(at.getByRole('button', { name: 'Sign in' }))
    await expect(loaded.world.visited.at(-1)).toMatch(/^\/sign-in\?redirect_url=/)
  },
}

export const ServerDown: Story = {
  parameters: { usher: twoDevices },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await at.findByText('Firefox on Windows')
    loaded.world.network.status = 503
    await userEvent.click(await at.findByRole('button', { name: /^Sign out, / }))
    await expect(await at.findByText('We could not reach Acme')).toBeVisible()
    await expect(at.getByText('Firefox on Windows')).toBeVisible()
    await waitFor(() => expect(at.getByRole('alert')).toHaveFocus())
  },
}

export const SignedOutElsewhere: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { server, clerk, signIn } = loaded.world
    const at = within(canvasElement)
    await at.findByText('This device')
    const elsewhere = server.browser()
    await signIn(emailAddress, elsewhere)
    await elsewhere.post(`/v1/me/sessions/${clerk.session?.id}/revoke`)
    await clerk.handleUnauthenticated()
    await expect(await at.findByRole('heading', { name: 'You were signed out on this device' })).toBeVisible()
    await expect(at.queryByText('This device')).toBeNull()
  },
}

export const Dark: Story = { ...OtherDeviceSignedOut, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...ServerDown, globals: { direction: 'rtl' } }

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1'
const iPad = iPhone.replace('iPhone; CPU iPhone OS', 'iPad; CPU OS')
