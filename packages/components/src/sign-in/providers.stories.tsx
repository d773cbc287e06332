import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import {
  comeBack,
  githubOf,
  landFromProvider,
  leaveLanding,
  visitGithub,
  withProviders,
} from '../../tests/provider.ts'
import { SignUp } from '../sign-up/sign-up.tsx'
import { SignIn } from './sign-in.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn/Providers',
  component: SignIn,
  parameters: { usher: { settings: withProviders('google', 'github') } },
  beforeEach: () => leaveLanding,
}
export default meta

type Story = StoryObj<typeof SignIn>

const named = (...names: string[]) => ({ usher: { settings: withProviders(...names) } })

export const Two: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const google = await at.findByRole('button', { name: 'Continue with Google' })
    await waitFor(() => expect(at.getByText('or')).toBeVisible())
    const [mark, label] = [
      google.querySelector('.cl-providerIcon'),
      google.querySelector<HTMLElement>('.cl-buttonLabel'),
    ]
    const place = label?.offsetLeft
    await userEvent.click(google)
    await waitFor(() => expect(loaded.world.visited).toHaveLength(1))
    const url = new URL(loaded.world.visited[0])
    await expect(url.origin).toBe('https://accounts.google.com')
    await expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    // The page is about to go: what was pressed stays as it is, and nothing else can be.
    await expect(google).toHaveAttribute('data-pending')
    await waitFor(() => expect(mark).not.toBeVisible())
    await expect(label?.offsetLeft).toBe(place)
    await userEvent.click(at.getByRole('button', { name: 'Continue with GitHub' }))
    await expect(loaded.world.visited).toHaveLength(1)
  },
}

export const LastUsed: Story = {
  parameters: {
    usher: {
      settings: { ...withProviders('google', 'github'), singleSessionMode: true },
      ...githubOf(emailAddress),
      arrange: async (world: PageWorld) => {
        await visitGithub(world, 'sign_ups')
        await world.browser.post('/v1/client/sign_ups', { transfer: true })
        const { body } = await world.browser.get('/v1/client')
        if (body.response.sessions.length > 0) await world.browser.delete('/v1/client/sessions')
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByRole('button', { name: /^Continue with GitHub/ })).toBeVisible())
    await expect(loaded.world.clerk.client?.lastAuthenticationStrategy).toBe('oauth_github')
    await expect(at.getByRole('button', { name: 'Continue with GitHub Last used' })).toBeVisible()
  },
}

export const Four: Story = {
  parameters: named('google', 'github', 'apple', 'microsoft'),
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByRole('button', { name: 'Microsoft' })).toBeVisible())
  },
}

export const Ten: Story = {
  parameters: named(
    ...['google', 'github', 'apple', 'microsoft', 'gitlab'],
    ...['discord', 'facebook', 'linkedin', 'x', 'slack'],
  ),
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByRole('button', { name: 'Continue with Slack' })).toBeVisible())
    await expect(at.getAllByRole('button', { name: /^Continue with/ })).toHaveLength(10)
  },
}

const down = {
  settings: {
    oauth: { acme: { clientId: 'usher', issuer: 'https://id.acme.example', name: 'Acme ID' } },
  },
  providerFetch: () => Promise.reject(new Error('no answer')),
}

export const ProviderDown: Story = {
  parameters: { usher: down },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    const button = await at.findByRole('button', { name: 'Continue with Acme ID' })
    await userEvent.click(button)
    await waitFor(() => expect(at.getByText(/It does not answer at the moment/)).toBeVisible())
    await expect(button).not.toHaveAttribute('data-pending')
    await userEvent.click(at.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(at.getByText(/It does not answer at the moment/)).toBeVisible())
    await waitFor(() => expect(document.body).not.toHaveFocus())
  },
}

export const Offline: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const button = await at.findByRole('button', { name: 'Continue with Google' })
    loaded.world.network.isOffline = true
    await userEvent.click(button)
    await waitFor(() => expect(at.getByText('We could not reach Acme')).toBeVisible())
    loaded.world.network.isOffline = false
    await userEvent.click(at.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(loaded.world.visited).toHaveLength(1))
  },
}

const cancelled = (at: 'sign_ins' | 'sign_ups') => ({
  usher: {
    settings: withProviders('google', 'github'),
    arrange: (world: PageWorld) => visitGithub(world, at, { error: 'access_denied' }),
  },
})

export const Cancelled: Story = {
  parameters: cancelled('sign_ins'),
  loaders: [landFromProvider],
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByText(/You were not signed in there/)).toBeVisible())
    await expect(window.location.search).not.toContain('__usher_sso')
    await userEvent.click(at.getByRole('button', { name: 'Continue with Google' }))
    await waitFor(() => expect(loaded.world.visited).toHaveLength(1))
  },
}

export const SigningUpCancelled: Story = {
  parameters: cancelled('sign_ups'),
  loaders: [landFromProvider],
  render: () => <SignUp />,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByText(/You were not signed in there/)).toBeVisible())
    await expect(at.getByRole('button', { name: 'Create account' })).toBeVisible()
  },
}

const newcomer = (settings = {}) => ({
  usher: {
    settings: { ...withProviders('github'), ...settings },
    ...githubOf('new@example.com'),
    arrange: (world: PageWorld) => visitGithub(world, 'sign_ins'),
  },
})

export const LandedWithoutAnAccount: Story = {
  parameters: newcomer(),
  loaders: [landFromProvider],
  play: async ({ loaded }) => {
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
    await expect(loaded.world.clerk.user?.fullName).toBe('Ada Lovelace')
  },
}

export const LandedWhereMoreIsAsked: Story = {
  parameters: newcomer({ username: { enabled: true, required: true, usedForFirstFactor: true } }),
  loaders: [landFromProvider],
  render: () => <SignIn withSignUp />,
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const field = await at.findByLabelText('Username')
    await waitFor(() => expect(field).toHaveFocus())
    await expect(at.queryByLabelText('Email')).toBeNull()
    await userEvent.type(field, 'lovelace')
    await userEvent.click(at.getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const LandedTooLate: Story = {
  parameters: {
    usher: {
      ...newcomer().usher,
      arrange: async (world: PageWorld) => {
        await visitGithub(world, 'sign_ins')
        world.server.clock.advance(601_000)
      },
    },
  },
  loaders: [landFromProvider],
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByRole('button', { name: 'Continue with GitHub' })).toBeVisible())
    await expect(window.location.search).not.toContain('__usher_sso')
    await expect(loaded.world.clerk.user).toBeNull()
  },
}

export const LandedWhenAnotherTabWasFirst: Story = {
  parameters: {
    usher: {
      ...newcomer().usher,
      arrange: async (world: PageWorld) => {
        await visitGithub(world, 'sign_ins')
        await visitGithub({ ...world, browser: world.server.browser() }, 'sign_ups')
      },
    },
  },
  loaders: [landFromProvider],
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByText(/This account belongs to somebody who is here/)).toBeVisible())
    await userEvent.click(at.getByRole('button', { name: 'Go back' }))
    const email = await at.findByLabelText('Email')
    await waitFor(() => expect(email).toBeVisible())
  },
}

export const SignUpWithProviders: Story = {
  render: () => <SignUp />,
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Continue with GitHub' }))
    await waitFor(() => expect(loaded.world.visited).toHaveLength(1))
    await expect(loaded.world.visited[0]).toMatch(/^https:\/\/github\.com\/login\/oauth\/authorize\?/)
    await expect(await comeBack(loaded.world, loaded.world.visited[0], { error: 'access_denied' })).toContain(
      '__usher_sso=1',
    )
  },
}

export const TwoDark: Story = { ...Cancelled, globals: { theme: 'dark' } }
export const TenRightToLeft: Story = { ...Ten, globals: { direction: 'rtl' } }
export const FourNarrow: Story = {
  ...Four,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: '18rem' }}>
        <Story />
      </div>
    ),
  ],
  play: async (context) => {
    await Four.play?.(context)
    const names = context.canvasElement.querySelectorAll<HTMLElement>('.cl-socialButtons .cl-buttonLabel')
    // None is broken in two.
    await expect(new Set([...names].map((name) => name.offsetHeight)).size).toBe(1)
  },
}
