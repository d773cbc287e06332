import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { moveClock } from '../../tests/clock.ts'
import { askForCode, known, screen } from '../../tests/sign-in-card.ts'
import { SignIn } from './sign-in.tsx'

const meta: Meta<typeof SignIn> = {
  title: 'Components/SignIn code',
  component: SignIn,
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignIn>

export const CodeByEmail: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const code = await askForCode(canvasElement)
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const CodePastedWithASpace: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const code = await askForCode(canvasElement)
    await waitFor(() => expect(code).toHaveFocus())
    await waitFor(() => expect(loaded.world.server.inbox.latest(emailAddress)?.subject).toMatch(/code/))
    const digits = loaded.world.server.inbox.code(emailAddress)
    await userEvent.paste(`Your code is ${digits.slice(0, 3)} ${digits.slice(3)}`)
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const WrongCode: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const code = await askForCode(canvasElement)
    const right = loaded.world.server.inbox.code(emailAddress)
    await userEvent.type(code, right === '000000' ? '000001' : '000000')
    await waitFor(() => expect(code).toBeInvalid())
    await expect(code).toHaveAccessibleDescription(/That code is not right/)
    await expect(code).toHaveFocus()
  },
}

export const CodeTooOld: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    const code = await askForCode(canvasElement)
    const old = loaded.world.server.inbox.code(emailAddress)
    loaded.world.server.clock.advance(11 * 60_000)
    await userEvent.type(code, old)
    await expect(await at.findByText(/This code has expired/)).toBeVisible()
    await expect(await at.findByRole('button', { name: 'Send a new code' })).toBeVisible()
  },
}

export const FiveWrongCodes: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    const code = await askForCode(canvasElement)
    const right = loaded.world.server.inbox.code(emailAddress)
    for (let tries = 0; tries < 6; tries++) {
      await waitFor(() => expect(canvasElement.querySelector('[data-pending]')).toBeNull())
      await userEvent.clear(code)
      await userEvent.type(code, right === '000000' ? '000001' : '000000')
    }
    await expect(await at.findByText(/Too many wrong codes/)).toBeVisible()
    await expect(await at.findByRole('button', { name: 'Send a new code' })).toBeVisible()
  },
}

export const CodeSentAgain: Story = {
  parameters: { usher: known },
  play: async ({ canvasElement, loaded }) => {
    const at = screen(canvasElement)
    await askForCode(canvasElement)
    const wait = await at.findByRole('button', { name: /Send again in 0:/ })
    await expect(wait).toHaveAttribute('aria-disabled', 'true')
    const first = loaded.world.server.inbox.code(emailAddress)
    loaded.world.server.clock.advance(31_000)
    const setRight = moveClock(31_000)
    await userEvent.click(await at.findByRole('button', { name: 'Send a new code' }, { timeout: 3000 }))
    await waitFor(() => expect(loaded.world.server.inbox.code(emailAddress)).not.toBe(first))
    await expect(await within(document.body).findByText('A new code is on its way.')).toBeInTheDocument()
    setRight()
  },
}

export const TakenUpAfterAReload: Story = {
  parameters: {
    usher: {
      arrange: async ({ server, browser, signUp }: PageWorld) => {
        await signUp(emailAddress, server.browser())
        const strategy = 'email_code'
        await browser.post('/v1/client/sign_ins', { identifier: emailAddress, strategy })
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const code = await screen(canvasElement).code()
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const CodeByTextMessage: Story = {
  parameters: {
    usher: {
      settings: {
        phoneNumber: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
      },
      arrange: async ({ server, signUp }: PageWorld) => {
        const browser = server.browser()
        await signUp(emailAddress, browser)
        const { body } = await browser.post('/v1/me/phone_numbers', { phone_number: '+306945550123' })
        const path = `/v1/me/phone_numbers/${body.response.id}`
        await browser.post(`${path}/prepare_verification`)
        await browser.post(`${path}/attempt_verification`, { code: server.inbox.code('+306945550123') })
      },
    },
  },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.type(await at.findByLabelText('Email or phone number'), '+306945550123{Enter}')
    await userEvent.click(await at.findByRole('button', { name: 'Use another method' }))
    await userEvent.click(await at.findByRole('button', { name: /Text me a code/ }))
    await expect(await at.findByRole('heading', { name: 'Check your phone' })).toBeVisible()
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
    await waitFor(() => expect(loaded.world.server.inbox.messages()).toHaveLength(2))
    await userEvent.type(code, loaded.world.server.inbox.code('+306945550123'))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const RightToLeft: Story = { ...WrongCode, globals: { direction: 'rtl' } }
