import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor } from 'storybook/test'
import { addPasskey, device, plugIn, settings, unplugAfter } from '../../tests/passkeys.ts'
import {
  addAddress,
  askForPassword,
  chooseOther,
  dialog,
  expectGoneOn,
} from '../../tests/reverification-dialog.ts'
import { UserProfile } from '../user-profile/user-profile.tsx'

/** Ada has a passkey on this device, and signed in a while ago. */
async function signUpWithPasskey(world: PageWorld) {
  plugIn()
  await world.signUp()
  await addPasskey(world.browser)
  world.server.clock.advance(660_000)
}

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile/Reverification/Passkey',
  component: UserProfile,
  parameters: { usher: { settings, arrange: signUpWithPasskey } },
  beforeEach: unplugAfter,
}
export default meta

type Story = StoryObj<typeof UserProfile>

/** No password, and nothing that a code could be sent to. */
export const OnlyWay: Story = {
  parameters: {
    usher: {
      settings,
      arrange: async (world: PageWorld) => {
        await signUpWithPasskey(world)
        const { db } = world.server.deps
        await db.updateTable('users').set({ password_digest: null }).execute()
        await db.updateTable('contacts').set({ verified_at: null }).execute()
      },
    },
  },
  play: async (context) => {
    await addAddress(context.canvasElement)
    const button = await dialog().findByRole('button', { name: 'Use your passkey' })
    await expect(dialog().getByText('Use your passkey to go on')).toBeVisible()
    device.credentials.refuseNext()
    await userEvent.click(button)
    await waitFor(() => expect(dialog().getByText(/Your passkey was not used/)).toBeVisible())
    await userEvent.click(button)
    await expectGoneOn(context)
  },
}

export const AmongTheMethods: Story = {
  play: async (context) => {
    await askForPassword(context)
    device.credentials.refuseNext()
    await chooseOther(/^Passkey/)
    await waitFor(() => expect(dialog().getByText(/Your passkey was not used/)).toBeVisible())
    await userEvent.click(dialog().getByRole('button', { name: /^Passkey/ }))
    await expectGoneOn(context)
  },
}
