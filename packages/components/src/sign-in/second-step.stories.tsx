import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SignIn } from './sign-in.tsx'

const number = '+306945550123'
const settings = {
  phoneNumber: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
  secondFactors: { authenticatorApp: true, phoneCode: true, backupCode: true },
}
let secret = ''
let backupCodes: string[] = []

/** Ada has an app, a number and backup codes, and has given her password on this browser. */
async function arrange({ server, browser, signUp }: PageWorld) {
  const other = server.browser()
  await signUp(emailAddress, other)
  secret = (await other.post('/v1/me/totp')).body.response.secret
  const code = await server.authenticator(secret)
  const verified = await other.post('/v1/me/totp/attempt_verification', { code })
  backupCodes = verified.body.response.backup_codes
  const { id } = (await other.post('/v1/me/phone_numbers', { phone_number: number })).body.response
  const path = `/v1/me/phone_numbers/${id}`
  await other.post(`${path}/prepare_verification`)
  await other.post(`${path}/attempt_verification`, { code: server.inbox.code(number) })
  await other.patch(path, { reserved_for_second_factor: true })
  server.clock.advance(30_000)
  await browser.post('/v1/client/sign_ins', { identifier: emailAddress, password })
}

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn/Second step',
  component: SignIn,
  parameters: { usher: { settings, arrange } },
}
export default meta

type Story = StoryObj<typeof SignIn>

export const AuthenticatorApp: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await waitFor(async () =>
      expect(await at.findByRole('heading', { name: 'Open your authenticator app' })).toBeVisible(),
    )
    const code = await at.findByLabelText('6-digit code')
    await userEvent.type(code, '000000')
    await waitFor(() => expect(code).toBeInvalid())
    await expect(code).toHaveFocus()
    await expect(loaded.world.clerk.user).toBeNull()
  },
}

export const Accepted: Story = {
  play: async ({ canvasElement, loaded }) => {
    const code = await within(canvasElement).findByLabelText('6-digit code')
    await userEvent.type(code, await loaded.world.server.authenticator(secret))
    await waitFor(() => expect(loaded.world.clerk.user?.totpEnabled).toBe(true))
  },
}

export const OtherWays: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Use another method' }))
    await waitFor(async () =>
      expect(await at.findByRole('button', { name: /^Text me a code/ })).toBeVisible(),
    )
    await waitFor(() => expect(at.getByRole('button', { name: /^Backup code/ })).toBeVisible())
  },
}

export const TextMessage: Story = {
  play: async (context) => {
    await OtherWays.play?.(context)
    const at = within(context.canvasElement)
    await userEvent.click(at.getByRole('button', { name: /^Text me a code/ }))
    await waitFor(async () =>
      expect(await at.findByRole('heading', { name: 'Check your phone' })).toBeVisible(),
    )
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
    await waitFor(() => expect(context.loaded.world.server.inbox.messages().length).toBe(2))
    await userEvent.type(code, context.loaded.world.server.inbox.code(number))
    await waitFor(() => expect(context.loaded.world.clerk.user).not.toBeNull())
  },
}

export const BackupCode: Story = {
  play: async (context) => {
    await OtherWays.play?.(context)
    const at = within(context.canvasElement)
    await userEvent.click(at.getByRole('button', { name: /^Backup code/ }))
    const field = await at.findByRole('textbox', { name: 'Backup code' })
    await waitFor(() => expect(field).toHaveFocus())
    await userEvent.type(field, 'aaaaa-aaaaa{Enter}')
    await waitFor(() => expect(field).toBeInvalid())
  },
}

export const BackupCodeAccepted: Story = {
  play: async (context) => {
    await BackupCode.play?.(context)
    const field = within(context.canvasElement).getByRole('textbox', { name: 'Backup code' })
    await userEvent.clear(field)
    await userEvent.type(field, `${backupCodes[0]?.toUpperCase()}{Enter}`)
    await waitFor(() => expect(context.loaded.world.clerk.user?.backupCodesLeft).toBe(9))
  },
}

export const Locked: Story = {
  parameters: { usher: { settings: { ...settings, lockAfter: 5 }, arrange } },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const code = await at.findByLabelText('6-digit code')
    for (let time = 0; time < 5; time++) {
      const { id } = loaded.world.clerk.client?.signIn ?? {}
      await loaded.world.browser.post(`/v1/client/sign_ins/${id}/attempt_second_factor`, {
        strategy: 'backup_code',
        code: 'aaaaa-aaaaa',
      })
    }
    await userEvent.type(code, '000000')
    await waitFor(async () => expect(await at.findByText(/^This account is locked until/)).toBeVisible())
    await waitFor(async () => expect(await at.findByRole('button', { name: /^Try again in/ })).toBeVisible())
    await expect(at.queryByText(/Your account is not locked/)).toBeNull()
  },
}

export const LockedDark: Story = { ...Locked, globals: { theme: 'dark' } }

export const RightToLeft: Story = { ...AuthenticatorApp, globals: { direction: 'rtl' } }

export const BackupCodeRightToLeft: Story = { ...BackupCode, globals: { direction: 'rtl' } }
