import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import {
  addAddress,
  added,
  askForPassword,
  chooseOther,
  dialog,
  expectGoneOn,
} from '../../tests/reverification-dialog.ts'
import { UserProfile } from '../user-profile/user-profile.tsx'

const number = '+306945550123'
const settings = {
  phoneNumber: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
  secondFactors: { authenticatorApp: true, phoneCode: true, backupCode: true },
}
let secret = ''
let backupCodes: string[] = []

async function signUpLongAgo({ server, signUp }: PageWorld) {
  await signUp()
  server.clock.advance(660_000)
}

/** Ada has an app, a number and backup codes, and signed in a while ago. */
async function signUpWithFactors({ server, browser, signUp }: PageWorld) {
  await signUp()
  const { id } = (await browser.post('/v1/me/phone_numbers', { phone_number: number })).body.response
  const path = `/v1/me/phone_numbers/${id}`
  await browser.post(`${path}/prepare_verification`)
  await browser.post(`${path}/attempt_verification`, { code: server.inbox.code(number) })
  secret = (await browser.post('/v1/me/totp')).body.response.secret
  const code = await server.authenticator(secret)
  const verified = await browser.post('/v1/me/totp/attempt_verification', { code })
  backupCodes = verified.body.response.backup_codes
  await browser.patch(path, { reserved_for_second_factor: true })
  server.clock.advance(660_000)
}

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile/Reverification',
  component: UserProfile,
  parameters: { usher: { settings, arrange: signUpLongAgo } },
}
export default meta

type Story = StoryObj<typeof UserProfile>
type Context = StoryContext<Parameters<typeof UserProfile>[0]>

async function askForSecond(context: Context) {
  await userEvent.type(await askForPassword(context), `${password}{Enter}`)
  const field = await dialog().findByLabelText('6-digit code')
  await waitFor(() => expect(field).toHaveFocus())
  return field
}

export const Password: Story = {
  play: async (context) => {
    await askForPassword(context)
    await expect(dialog().getByText('Enter your password to go on')).toBeVisible()
  },
}

export const WrongPassword: Story = {
  play: async (context) => {
    const field = await askForPassword(context)
    await userEvent.type(field, 'not this one{Enter}')
    await waitFor(() => expect(field).toBeInvalid())
    await expect(field).toHaveFocus()
  },
}

export const Accepted: Story = {
  play: async (context) => {
    await userEvent.type(await askForPassword(context), `${password}{Enter}`)
    await expectGoneOn(context)
    await expect(context.loaded.world.clerk.user?.emailAddresses.length).toBe(2)
  },
}

export const Left: Story = {
  play: async (context) => {
    await askForPassword(context)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const at = within(context.canvasElement)
    await waitFor(() => expect(at.getByRole('textbox', { name: 'Email' })).toHaveFocus())
    await expect(at.getByRole('textbox', { name: 'Email' })).toHaveValue(added)
    for (const alert of at.queryAllByRole('alert')) await expect(alert).toBeEmptyDOMElement()
  },
}

export const OtherMethods: Story = {
  play: async (context) => {
    await askForPassword(context)
    await userEvent.click(dialog().getByRole('button', { name: 'Use another method' }))
    const name = /^Email a code to a\*+@example\.com$/
    await waitFor(() => expect(dialog().getByRole('button', { name })).toBeVisible())
  },
}

export const EmailCode: Story = {
  play: async (context) => {
    await askForPassword(context)
    await chooseOther(/^Email a code/)
    const field = await dialog().findByLabelText('6-digit code')
    await waitFor(() => expect(field).toHaveFocus())
    await waitFor(() => expect(dialog().getByRole('button', { name: /^Send again in/ })).toBeVisible())
  },
}

export const WrongCode: Story = {
  play: async (context) => {
    await EmailCode.play?.(context)
    const field = dialog().getByLabelText('6-digit code')
    await userEvent.type(field, '000000')
    await waitFor(() => expect(field).toBeInvalid())
  },
}

export const CodeAccepted: Story = {
  play: async (context) => {
    await EmailCode.play?.(context)
    const code = context.loaded.world.server.inbox.code(emailAddress)
    await userEvent.type(dialog().getByLabelText('6-digit code'), code)
    await expectGoneOn(context)
  },
}

export const ExpiredCode: Story = {
  play: async (context) => {
    await EmailCode.play?.(context)
    const { server } = context.loaded.world
    const code = server.inbox.code(emailAddress)
    server.clock.advance(600_000)
    await userEvent.type(dialog().getByLabelText('6-digit code'), code)
    await waitFor(() => expect(dialog().getByRole('button', { name: 'Send a new code' })).toBeVisible())
  },
}

export const SecondStep: Story = {
  parameters: { usher: { settings, arrange: signUpWithFactors } },
  play: async (context) => {
    await askForSecond(context)
    await expect(dialog().getByText(/your authenticator app shows/)).toBeVisible()
  },
}

export const SecondStepAccepted: Story = {
  parameters: { usher: { settings, arrange: signUpWithFactors } },
  play: async (context) => {
    const field = await askForSecond(context)
    await userEvent.type(field, await context.loaded.world.server.authenticator(secret))
    await expectGoneOn(context)
  },
}

export const SecondStepByMessage: Story = {
  parameters: { usher: { settings, arrange: signUpWithFactors } },
  play: async (context) => {
    await askForSecond(context)
    await chooseOther(/^Text a code/)
    await waitFor(() => expect(dialog().getByText(/^For the second step/)).toBeVisible())
    const { inbox } = context.loaded.world.server
    await waitFor(() => expect(inbox.messages().length).toBe(2))
    await userEvent.type(dialog().getByLabelText('6-digit code'), inbox.code(number))
    await expectGoneOn(context)
  },
}

export const BackupCode: Story = {
  parameters: { usher: { settings, arrange: signUpWithFactors } },
  play: async (context) => {
    await askForSecond(context)
    await chooseOther(/^Backup code/)
    const field = await dialog().findByRole('textbox', { name: 'Backup code' })
    await waitFor(() => expect(field).toHaveFocus())
    await userEvent.type(field, 'aaaaa-aaaaa{Enter}')
    await waitFor(() => expect(field).toBeInvalid())
  },
}

export const BackupCodeAccepted: Story = {
  parameters: BackupCode.parameters ?? {},
  play: async (context) => {
    await BackupCode.play?.(context)
    const field = dialog().getByRole('textbox', { name: 'Backup code' })
    await userEvent.clear(field)
    await userEvent.type(field, `${backupCodes[0]}{Enter}`)
    await expectGoneOn(context)
  },
}

export const Locked: Story = {
  play: async (context) => {
    const { browser, server, clerk } = context.loaded.world
    const field = await askForPassword(context)
    const path = `/v1/client/sessions/${clerk.session?.id}/verify/attempt_first_factor`
    for (let tries = 0; tries < 10; tries++) {
      await browser.post(path, { strategy: 'password', password: 'not this one' })
      server.clock.advance(10_000)
    }
    await userEvent.type(field, `${password}{Enter}`)
    await waitFor(() => expect(dialog().getByRole('alert')).toHaveTextContent(/locked/))
    await expect(dialog().getByRole('button', { name: /^Try again in/ })).toBeVisible()
  },
}

export const NoMethod: Story = {
  parameters: {
    usher: {
      settings: { ...settings, password: { enabled: true, required: false, minLength: 8 } },
      arrange: async (world: PageWorld) => {
        await signUpLongAgo(world)
        const { db } = world.server.deps
        await db.updateTable('users').set({ password_digest: null }).execute()
        await db.updateTable('contacts').set({ verified_at: null }).execute()
      },
    },
  },
  play: async ({ canvasElement }) => {
    await addAddress(canvasElement)
    await waitFor(() =>
      expect(dialog().getByRole('heading', { name: 'We cannot confirm that it is you' })).toHaveFocus(),
    )
  },
}

export const Unreachable: Story = {
  play: async (context) => {
    const { network } = context.loaded.world
    const field = await askForPassword(context)
    network.status = 503
    await userEvent.type(field, `${password}{Enter}`)
    await waitFor(() => expect(dialog().getByRole('button', { name: 'Try again' })).toBeVisible())
    network.status = null
  },
}

export const InTheDialogOfTheProfile: Story = {
  render: () => <></>,
  play: async (context) => {
    const { clerk } = context.loaded.world
    clerk.openUserProfile()
    const profile = await screen.findByRole('dialog', { name: 'Your account' })
    await addAddress(profile)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Confirm it is you' })).toBeNull())
    await expect(within(profile).getByRole('textbox', { name: 'Email' })).toHaveValue(added)
    clerk.closeUserProfile()
  },
}
