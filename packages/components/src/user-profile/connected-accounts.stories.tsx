import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { comeBack, connectGithub, githubOf, withProviders } from '../../tests/provider.ts'
import { UserProfile } from './user-profile.tsx'

const settings = withProviders('google', 'github')
const octocat = githubOf('octocat@example.com')
const signedIn = { settings, ...octocat, arrange: ({ signUp }: PageWorld) => signUp() }
const connected = {
  ...signedIn,
  arrange: async (world: PageWorld) => {
    await world.signUp()
    await connectGithub(world)
  },
}

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile/Connected accounts',
  component: UserProfile,
  parameters: { usher: signedIn },
}
export default meta

type Story = StoryObj<typeof UserProfile>

export const None: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No connected accounts yet.')).toBeVisible()
  },
}

export const Connecting: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Connect one' }))
    const heading = await at.findByRole('heading', { name: 'Connect an account' })
    await waitFor(() => expect(heading).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(at.getByRole('button', { name: 'Connect one' })).toHaveFocus())
    await userEvent.click(at.getByRole('button', { name: 'Connect one' }))
    const github = await at.findByRole('button', { name: 'GitHub' })
    await userEvent.click(github)
    await waitFor(() => expect(loaded.world.visited).toHaveLength(1))
    await expect(github).toHaveAttribute('data-pending')
    await comeBack(loaded.world, loaded.world.visited[0])
    await loaded.world.clerk.user?.reload()
    await expect(await at.findByText('octocat')).toBeVisible()
  },
}

export const Connected: Story = {
  parameters: { usher: connected },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByText('octocat')).toBeVisible())
    await userEvent.click(at.getByRole('button', { name: 'Connect account' }))
    await waitFor(() => expect(at.getByRole('button', { name: 'Google' })).toBeVisible())
    await expect(at.queryByRole('button', { name: 'GitHub' })).toBeNull()
  },
}

export const Disconnected: Story = {
  parameters: { usher: connected },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Actions for GitHub' }))
    await userEvent.click(await at.findByRole('menuitem', { name: 'Disconnect' }))
    const heading = await at.findByRole('heading', { name: 'Disconnect GitHub?' })
    await waitFor(() => expect(heading).toHaveFocus())
    await userEvent.click(at.getByRole('button', { name: 'Disconnect' }))
    await waitFor(() => expect(at.getByRole('button', { name: 'Connect one' })).toHaveFocus())
    await expect(loaded.world.clerk.user?.externalAccounts).toHaveLength(0)
    const said = document.querySelector('[data-live-region="polite"]')
    await waitFor(() => expect(said).toHaveTextContent('GitHub is disconnected.'))
  },
}

export const LastWayIn: Story = {
  parameters: {
    usher: {
      settings: {
        ...settings,
        emailCodeSignIn: false,
        password: { enabled: true, required: false, minLength: 8 },
      },
      ...octocat,
      arrange: async (world: PageWorld) => {
        const fields = { strategy: 'oauth_github', redirect_url: window.location.href }
        const { body } = await world.browser.post('/v1/client/sign_ups', fields)
        await comeBack(world, body.response.verifications.external_account.external_verification_redirect_url)
      },
    },
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Actions for GitHub' }))
    await userEvent.click(await at.findByRole('menuitem', { name: 'Disconnect' }))
    await userEvent.click(await at.findByRole('button', { name: 'Disconnect' }))
    await waitFor(() =>
      expect(at.getByText('This is your only way in. Add another one first.')).toBeVisible(),
    )
    await expect(at.getByText('octocat')).toBeVisible()
  },
}

export const NotConnected: Story = {
  parameters: {
    usher: {
      ...signedIn,
      arrange: async (world: PageWorld) => {
        await world.signUp()
        await connectGithub(world, { error: 'access_denied' })
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await waitFor(() =>
      expect(at.getByText('It was not connected: you did not sign in there.')).toBeVisible(),
    )
    await userEvent.click(at.getByRole('button', { name: 'Try again, GitHub' }))
    await waitFor(() => expect(loaded.world.visited).toHaveLength(1))
  },
}

export const HasToBeReconnected: Story = {
  parameters: {
    usher: {
      ...connected,
      arrange: async (world: PageWorld) => {
        await connected.arrange(world)
        const error_code = 'external_account_missing_refresh_token'
        await world.server.deps.db.updateTable('external_accounts').set({ error_code }).execute()
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByText('Connect it again to go on using it here.')).toBeVisible())
    await userEvent.click(at.getByRole('button', { name: 'Reconnect, GitHub' }))
    await waitFor(() => expect(loaded.world.visited).toHaveLength(1))
    await comeBack(loaded.world, loaded.world.visited[0])
    await loaded.world.clerk.user?.reload()
    await waitFor(() => expect(at.queryByText('Not working')).toBeNull())
  },
}

export const LacksPermission: Story = {
  parameters: { usher: connected },
  args: { additionalOAuthScopes: { github: ['repo'] } },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Reconnect, GitHub' }))
    await waitFor(() => expect(loaded.world.visited).toHaveLength(1))
    const scope = new URL(loaded.world.visited[0]).searchParams.get('scope')
    await expect(scope).toContain('repo')
  },
}

export const ProviderDown: Story = {
  parameters: {
    usher: {
      ...signedIn,
      settings: {
        oauth: { acme: { clientId: 'usher', issuer: 'https://id.acme.example', name: 'Acme ID' } },
      },
      providerFetch: () => Promise.reject(new Error('no answer')),
    },
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Connect one' }))
    await userEvent.click(await at.findByRole('button', { name: 'Acme ID' }))
    await waitFor(() => expect(at.getByText(/It does not answer at the moment/)).toBeVisible())
  },
}

export const ConnectedDark: Story = { ...Connected, globals: { theme: 'dark' } }
export const NotConnectedRightToLeft: Story = { ...NotConnected, globals: { direction: 'rtl' } }
export const NotConnectedNarrow: Story = {
  ...NotConnected,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: '18rem' }}>
        <Story />
      </div>
    ),
  ],
}
