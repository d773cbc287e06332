import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SignIn } from './sign-in.tsx'

const charles = 'charles@analytical.example'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn/Choose an account',
  component: SignIn,
  beforeEach: () => {
    const { href } = window.location
    window.history.replaceState(null, '', '#/choose')
    return () => window.history.replaceState(null, '', href)
  },
  parameters: {
    usher: {
      settings: { singleSessionMode: false, supportEmail: 'help@acme.example' },
      arrange: async ({ browser, signUp }: PageWorld) => {
        await signUp(charles)
        await signUp()
        await browser.patch('/v1/me', { first_name: 'Ada', last_name: 'Lovelace' })
      },
    },
  },
}
export default meta

type Story = StoryObj<typeof SignIn>

const open = async (canvasElement: HTMLElement) => {
  const at = within(canvasElement)
  await at.findByRole('heading', { name: 'Choose an account' }, { timeout: 5000 })
  return { at, other: await at.findByRole('button', { name: new RegExp(charles) }) }
}

export const TwoAccounts: Story = {
  play: async ({ canvasElement }) => {
    const { at } = await open(canvasElement)
    await expect(at.getByRole('button', { name: /^Ada Lovelace/ })).toHaveTextContent(emailAddress)
    await waitFor(() => expect(at.getByRole('button', { name: 'Add account' })).toBeVisible())
    await expect(at.queryByRole('link', { name: 'Get help' })).toBeNull()
  },
}

export const Chosen: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { other } = await open(canvasElement)
    loaded.world.network.delay = 400
    await userEvent.click(other)
    await waitFor(() => expect(other).toHaveAttribute('aria-disabled', 'true'))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 4000 })
    await expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(charles)
  },
}

export const ServerDown: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, other } = await open(canvasElement)
    loaded.world.network.status = 503
    await userEvent.click(other)
    await expect(await at.findByRole('alert')).toHaveTextContent('We could not reach Acme')
    await expect(other).toHaveFocus()
  },
}

export const AccountAdded: Story = {
  play: async ({ canvasElement }) => {
    const { at } = await open(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Add account' }))
    await waitFor(() => expect(at.getByLabelText('Email')).toHaveFocus())
    await expect(window.location.hash).toBe('')
  },
}

export const AllSignedOut: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at } = await open(canvasElement)
    await userEvent.click(at.getByRole('button', { name: 'Sign out of all accounts' }))
    await waitFor(() => expect(at.getByLabelText('Email')).toBeVisible())
    await expect(loaded.world.clerk.client?.sessions).toEqual([])
  },
}

export const OneAccountLeft: Story = {
  parameters: {
    usher: {
      arrange: async ({ signUp, browser }: PageWorld) => {
        await signUp(charles)
        await signUp()
        const { body } = await browser.get('/v1/client')
        await browser.post(`/v1/client/sessions/${body.response.last_active_session_id}/remove`)
      },
    },
  },
  play: async ({ canvasElement }) => {
    const { at } = await open(canvasElement)
    await expect(at.queryByRole('button', { name: 'Sign out of all accounts' })).toBeNull()
  },
}

export const Dark: Story = { ...ServerDown, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...TwoAccounts, globals: { direction: 'rtl' } }
