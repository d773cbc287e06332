import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { expectRoom, narrow } from '../../tests/narrow.tsx'
import { UserProfile } from './user-profile.tsx'

const number = '+306945550123'
const settings = {
  phoneNumber: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
  secondFactors: { authenticatorApp: true, phoneCode: true, backupCode: true },
}

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile/Two-step verification',
  component: UserProfile,
  parameters: { usher: { settings, arrange: ({ signUp }: PageWorld) => signUp() } },
  beforeEach: () => {
    window.location.hash = '#/security'
    return () => {
      window.location.hash = ''
    }
  },
}
export default meta

type Story = StoryObj<typeof UserProfile>

async function addApp({ server, browser, signUp }: PageWorld) {
  await signUp()
  const { secret } = (await browser.post('/v1/me/totp')).body.response
  const code = await server.authenticator(secret)
  await browser.post('/v1/me/totp/attempt_verification', { code })
}

async function addNumber({ server, browser }: PageWorld, isReserved: boolean) {
  const { id } = (await browser.post('/v1/me/phone_numbers', { phone_number: number })).body.response
  await browser.post(`/v1/me/phone_numbers/${id}/prepare_verification`)
  const code = server.inbox.code(number)
  await browser.post(`/v1/me/phone_numbers/${id}/attempt_verification`, { code })
  if (isReserved) await browser.patch(`/v1/me/phone_numbers/${id}`, { reserved_for_second_factor: true })
}

const withBoth = async (world: PageWorld) => {
  await addApp(world)
  await addNumber(world, true)
}

async function openApp(element: HTMLElement) {
  const at = within(element)
  await userEvent.click(await at.findByRole('button', { name: 'Add a second one' }))
  await userEvent.click(await at.findByRole('button', { name: /^Authenticator app/ }))
  const code = await at.findByLabelText(/Type the code that the app shows/)
  await waitFor(() => expect(code).toHaveFocus())
  const secret = element.querySelector('.cl-secret bdi')?.textContent?.replaceAll(' ', '') ?? ''
  return { at, code, secret }
}

export const None: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(async () =>
      expect(await within(canvasElement).findByText('Your first proof is enough to sign in.')).toBeVisible(),
    )
  },
}

export const Choosing: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Add a second one' }))
    const heading = await at.findByRole('heading', { name: 'Add two-step verification' })
    await waitFor(() => expect(heading).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(at.getByRole('button', { name: 'Add a second one' })).toHaveFocus())
    await userEvent.click(at.getByRole('button', { name: 'Add a second one' }))
  },
}

export const AuthenticatorApp: Story = {
  play: async ({ canvasElement }) => {
    const { at, secret } = await openApp(canvasElement)
    await waitFor(async () => expect(await at.findByRole('img')).toBeVisible())
    await expect(at.getByRole('img')).toHaveAccessibleName('QR code of the key below')
    await expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  },
}

export const WrongCode: Story = {
  play: async ({ canvasElement }) => {
    const { code } = await openApp(canvasElement)
    await userEvent.type(code, '000000')
    await waitFor(() => expect(code).toBeInvalid())
    await expect(code).toHaveFocus()
  },
}

export const BackupCodes: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, code, secret } = await openApp(canvasElement)
    await userEvent.type(code, await loaded.world.server.authenticator(secret))
    const heading = await at.findByRole('heading', { name: 'Save your backup codes' })
    await waitFor(() => expect(heading).toHaveFocus())
    await expect(canvasElement.querySelectorAll('.cl-backupCodes li')).toHaveLength(10)
    await userEvent.click(at.getByRole('button', { name: 'Done' }))
    const saved = at.getByRole('checkbox', { name: 'I saved these codes' })
    await waitFor(() => expect(saved).toBeInvalid())
  },
}

export const Saved: Story = {
  play: async (context) => {
    await BackupCodes.play?.(context)
    const at = within(context.canvasElement)
    await userEvent.click(at.getByRole('checkbox', { name: 'I saved these codes' }))
    await userEvent.click(at.getByRole('button', { name: 'Done' }))
    await waitFor(async () => expect(await at.findByText('10 of 10 left')).toBeVisible())
    await waitFor(() => expect(at.getByRole('button', { name: 'Make new codes' })).toHaveFocus())
    await expect(context.loaded.world.clerk.user?.twoFactorEnabled).toBe(true)
  },
}

export const OldNumber: Story = {
  parameters: {
    usher: {
      settings,
      arrange: async (world: PageWorld) => {
        await addApp(world)
        await addNumber(world, false)
      },
    },
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Add two-step verification' }))
    await userEvent.click(await at.findByRole('button', { name: number }))
    await waitFor(async () => expect(await at.findByText('Text message')).toBeVisible())
    await waitFor(() => expect(at.getByRole('button', { name: `Actions for ${number}` })).toHaveFocus())
  },
}

export const NewNumber: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Add a second one' }))
    await userEvent.click(await at.findByRole('button', { name: /^Text message/ }))
    const field = await at.findByRole('textbox', { name: 'Phone number' })
    await waitFor(() => expect(at.getByLabelText('Country')).toBeEnabled())
    await userEvent.selectOptions(at.getByLabelText('Country'), 'GR')
    await userEvent.type(field, '694 555 0123{Enter}')
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.type(code, loaded.world.server.inbox.code(number))
    await waitFor(async () =>
      expect(await at.findByRole('heading', { name: 'Save your backup codes' })).toBeVisible(),
    )
  },
}

export const Both: Story = {
  parameters: { usher: { settings, arrange: withBoth } },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(async () => expect(await at.findByText('Text message')).toBeVisible())
    await waitFor(async () => expect(await at.findByText('10 of 10 left')).toBeVisible())
  },
}

export const TurningOff: Story = {
  parameters: { usher: { settings, arrange: withBoth } },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Actions for Authenticator app' }))
    await userEvent.click(await at.findByRole('menuitem', { name: 'Turn off' }))
    const heading = await at.findByRole('heading', { name: 'Turn the authenticator app off?' })
    await waitFor(() => expect(heading).toHaveFocus())
    await userEvent.click(at.getByRole('button', { name: 'Turn off' }))
    await waitFor(() => expect(at.queryByText('Authenticator app')).toBeNull())
    await waitFor(() => expect(at.getByRole('button', { name: 'Add two-step verification' })).toHaveFocus())
  },
}

export const NewCodes: Story = {
  parameters: { usher: { settings, arrange: addApp } },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Make new codes' }))
    const heading = await at.findByRole('heading', { name: 'Make new backup codes?' })
    await waitFor(() => expect(heading).toHaveFocus())
    await userEvent.click(at.getByRole('button', { name: 'Make new codes' }))
    await waitFor(async () =>
      expect(await at.findByRole('heading', { name: 'Save your backup codes' })).toBeVisible(),
    )
  },
}

export const Narrow: Story = {
  ...Both,
  decorators: [narrow],
  play: async (context) => {
    await Both.play?.(context)
    await expectRoom(context.canvasElement)
  },
}

export const WrongCodeDark: Story = { ...WrongCode, globals: { theme: 'dark' } }

export const WrongCodeRightToLeft: Story = { ...WrongCode, globals: { direction: 'rtl' } }

export const BackupCodesRightToLeft: Story = { ...BackupCodes, globals: { direction: 'rtl' } }
