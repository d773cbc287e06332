import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { expectRoom, narrow } from '../../tests/narrow.tsx'
import { beginApp, needsFactor } from '../../tests/session-tasks.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { SignUp } from '../sign-up/sign-up.tsx'
import { TaskSetupMFA } from './task-setup-mfa.tsx'

const number = '+306945550123'

const meta: Meta<typeof TaskSetupMFA> = {
  title: 'Components/Tasks/Second factor',
  component: TaskSetupMFA,
  args: { redirectUrlComplete: '/app' },
  parameters: { usher: needsFactor },
}
export default meta

type Story = StoryObj<typeof TaskSetupMFA>

export const Start: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    const title = { name: 'Add a second step' }
    await expect(await at.findByRole('heading', title, { timeout: 5000 })).toBeVisible()
    await expect(at.getByText('You are')).toHaveTextContent(`You are ${emailAddress}`)
    await at.findByRole('button', { name: /^Text message/ })
  },
}

export const AuthenticatorApp: Story = {
  play: async ({ canvasElement }) => {
    const { at, code } = await beginApp(canvasElement)
    await waitFor(() => expect(code).toHaveFocus())
    await waitFor(async () => expect(await at.findByRole('img')).toBeVisible())
  },
}

export const InALowWindow: Story = {
  decorators: [
    (Story) => (
      <div data-testid="window" style={{ blockSize: '20rem', overflowY: 'auto' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const { at, code } = await beginApp(canvasElement)
    const bottom = at.getByTestId('window').getBoundingClientRect().bottom
    await waitFor(() => expect(code).toHaveFocus())
    await waitFor(() => expect(code.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom))
  },
}

export const WrongCode: Story = {
  play: async ({ canvasElement }) => {
    const { at, code } = await beginApp(canvasElement)
    await userEvent.type(code, '000000')
    await waitFor(() => expect(code).toBeInvalid())
    await userEvent.click(at.getByRole('button', { name: 'Cancel' }))
    await at.findByRole('heading', { name: 'Add a second step' })
    await beginApp(canvasElement)
  },
}

export const BackupCodes: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, code, secret } = await beginApp(canvasElement)
    await userEvent.type(code, await loaded.world.server.authenticator(secret))
    const heading = await at.findByRole('heading', { name: 'Save your backup codes' }, { timeout: 5000 })
    await waitFor(() => expect(heading).toHaveFocus())
    await expect(canvasElement.querySelectorAll('.cl-backupCodes li')).toHaveLength(10)
    await expect(loaded.world.clerk.session?.status).toBe('active')
    await expect(loaded.world.visited).toEqual([])
  },
}

export const Done: Story = {
  play: async (context) => {
    await BackupCodes.play?.(context)
    const at = within(context.canvasElement)
    await userEvent.click(at.getByRole('checkbox', { name: 'I saved these codes' }))
    await userEvent.click(at.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(context.loaded.world.visited).toEqual(['/app']), { timeout: 5000 })
  },
}

export const NewNumber: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: /^Text message/ }, { timeout: 5000 }))
    const field = await at.findByRole('textbox', { name: 'Phone number' })
    await waitFor(() => expect(at.getByLabelText('Country')).toBeEnabled())
    await userEvent.selectOptions(at.getByLabelText('Country'), 'GR')
    await userEvent.type(field, '694 555 0123{Enter}')
    const code = await at.findByLabelText('6-digit code', {}, { timeout: 5000 })
    await waitFor(() => expect(code).toHaveFocus())
    await at.findByRole('button', { name: /Send again in/ })
    await userEvent.type(code, loaded.world.server.inbox.code(number))
    await waitFor(async () =>
      expect(await at.findByRole('heading', { name: 'Save your backup codes' })).toBeVisible(),
    )
  },
}

export const AfterSigningUp: Story = {
  parameters: { usher: { arrange: async () => {} } },
  render: () => <SignUp />,
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.type(await at.findByLabelText('Email'), emailAddress)
    await userEvent.type(await at.findByLabelText('Password'), password)
    await userEvent.click(await at.findByRole('button', { name: 'Create account' }))
    const code = await at.findByLabelText('6-digit code', {}, { timeout: 5000 })
    await at.findByRole('button', { name: /Send again in/ })
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    const title = { name: 'Add a second step' }
    const heading = await at.findByRole('heading', title, { timeout: 5000 })
    await waitFor(() => expect(heading).toHaveFocus())
    const app = await beginApp(canvasElement)
    await userEvent.type(app.code, await loaded.world.server.authenticator(app.secret))
    await userEvent.click(await at.findByRole('checkbox', { name: 'I saved these codes' }, { timeout: 5000 }))
    await userEvent.click(at.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']), { timeout: 5000 })
  },
}

export const SignedOut: Story = {
  render: () => <SignIn />,
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Sign out' }, { timeout: 5000 }))
    await waitFor(() => expect(loaded.world.clerk.session).toBeNull())
    await at.findByRole('heading', { name: 'Sign in to Acme' })
  },
}

export const Narrow: Story = {
  ...BackupCodes,
  decorators: [narrow],
  play: async (context) => {
    await BackupCodes.play?.(context)
    await expectRoom(context.canvasElement)
  },
}

export const NarrowApp: Story = { ...AuthenticatorApp, decorators: [narrow] }

export const StartDark: Story = { ...Start, globals: { theme: 'dark' } }

export const AuthenticatorAppRightToLeft: Story = { ...AuthenticatorApp, globals: { direction: 'rtl' } }
