import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor } from 'storybook/test'
import { arrangeKnown, device, plugIn, settings, unplugAfter } from '../../tests/passkeys.ts'
import { screen } from '../../tests/sign-in-card.ts'
import { SignIn } from './sign-in.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn/Passkey',
  component: SignIn,
  parameters: { usher: { settings, arrange: arrangeKnown } },
  beforeEach: unplugAfter,
}
export default meta

type Story = StoryObj<typeof SignIn>

const button = 'Use a passkey instead'

const sees = (at: ReturnType<typeof screen>, text: RegExp) =>
  waitFor(() => expect(at.getByText(text)).toBeVisible())

export const Start: Story = {
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await expect(await at.email()).toHaveAttribute('autocomplete', 'username webauthn')
    await waitFor(() => expect(at.getByRole('button', { name: button })).toBeVisible())
  },
}

export const SignedIn: Story = {
  play: async ({ canvasElement, loaded }) => {
    await screen(canvasElement).press(button)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
    await expect(loaded.world.clerk.user?.primaryEmailAddress?.emailAddress).toBe(emailAddress)
  },
}

export const PickedInTheField: Story = {
  play: async ({ canvasElement, loaded }) => {
    await screen(canvasElement).email()
    await waitFor(() => expect(device.credentials.isOffering).toBe(true))
    device.credentials.pick()
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const Refused: Story = {
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    device.credentials.refuseNext()
    await at.press(button)
    await sees(at, /Your passkey was not used/)
    await waitFor(() => expect(at.getByRole('button', { name: button })).toHaveFocus())
  },
}

export const NotOfThisAccount: Story = {
  parameters: {
    usher: {
      settings,
      arrange: async (world: PageWorld) => {
        await arrangeKnown(world)
        await world.server.deps.db.deleteFrom('passkeys').execute()
      },
    },
  },
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.press(button)
    await sees(at, /This passkey is of no account here/)
  },
}

export const AmongTheMethods: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), emailAddress)
    await at.press('Continue')
    await at.press('Use another method')
    const method = await at.findByRole('button', { name: /^Passkey/ })
    device.credentials.refuseNext()
    await userEvent.click(method)
    await sees(at, /Your passkey was not used/)
    await waitFor(() => expect(method).toHaveFocus())
    await userEvent.click(method)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

/** No password, and codes are off: the passkey is the only way in. */
export const OnlyWay: Story = {
  parameters: {
    usher: {
      settings: { ...settings, emailCodeSignIn: false },
      arrange: async (world: PageWorld) => {
        await arrangeKnown(world)
        await world.server.deps.db.updateTable('users').set({ password_digest: null }).execute()
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), emailAddress)
    await at.press('Continue')
    const heading = await at.findByRole('heading', { name: 'Use your passkey' })
    await waitFor(() => expect(heading).toBeVisible())
    device.credentials.refuseNext()
    await at.press('Passkey')
    await sees(at, /Your passkey was not used/)
    await at.press('Passkey')
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const WithoutAButton: Story = {
  parameters: {
    usher: {
      settings: { passkey: { ...settings.passkey, showSignInButton: false } },
      arrange: async () => plugIn(),
    },
  },
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    await expect(at.queryByRole('button', { name: button })).toBeNull()
  },
}
