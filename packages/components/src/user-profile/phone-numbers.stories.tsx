import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { UserProfile } from './user-profile.tsx'

const settings = {
  phoneNumber: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
}
const number = '+306945550123'

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile/Phone numbers',
  component: UserProfile,
  parameters: { usher: { settings, arrange: ({ signUp }: PageWorld) => signUp() } },
}
export default meta

type Story = StoryObj<typeof UserProfile>

async function addNumber(element: HTMLElement, typed: string) {
  const at = within(element)
  await userEvent.click(await at.findByRole('button', { name: 'Add one' }))
  const field = await at.findByRole('textbox', { name: 'Phone number' })
  await waitFor(() => expect(field).toHaveFocus())
  await waitFor(() => expect(field.getBoundingClientRect().bottom).toBeLessThan(window.innerHeight))
  await waitFor(() => expect(at.getByLabelText('Country')).toBeEnabled())
  await userEvent.selectOptions(at.getByLabelText('Country'), 'GR')
  await userEvent.type(field, typed)
  await userEvent.keyboard('{Enter}')
  return at
}

export const None: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No phone numbers yet.')).toBeVisible()
  },
}

export const Added: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await addNumber(canvasElement, '694 555 0123')
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.type(code, loaded.world.server.inbox.code(number))
    const menu = await at.findByRole('button', { name: `Actions for ${number}` })
    await waitFor(() => expect(menu).toHaveFocus())
    await waitFor(() => expect(loaded.world.clerk.user?.primaryPhoneNumber?.phoneNumber).toBe(number))
  },
}

export const NoNumber: Story = {
  play: async ({ canvasElement }) => {
    const at = await addNumber(canvasElement, '12')
    const field = await at.findByRole('textbox', { name: 'Phone number' })
    await waitFor(() => expect(field).toBeInvalid())
    await expect(field).toHaveFocus()
    await expect(field).toHaveValue('12')
  },
}

export const ProviderDown: Story = {
  play: async ({ canvasElement, loaded }) => {
    loaded.world.server.inbox.failNext()
    const at = await addNumber(canvasElement, '6945550123')
    await waitFor(() => expect(at.getByText(/We could not send the message/)).toBeVisible())
  },
}

const withTwo = {
  settings,
  arrange: async ({ server, browser, signUp }: PageWorld) => {
    await signUp()
    for (const phone_number of [number, '+442079460958']) {
      const { body } = await browser.post('/v1/me/phone_numbers', { phone_number })
      const path = `/v1/me/phone_numbers/${body.response.id}`
      await browser.post(`${path}/prepare_verification`)
      await browser.post(`${path}/attempt_verification`, { code: server.inbox.code(phone_number) })
    }
  },
}

export const AnotherMadePrimaryThenRemoved: Story = {
  parameters: { usher: withTwo },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Actions for +442079460958' }))
    await userEvent.click(await at.findByRole('menuitem', { name: 'Make primary' }))
    await waitFor(() =>
      expect(loaded.world.clerk.user?.primaryPhoneNumber?.phoneNumber).toBe('+442079460958'),
    )
    await userEvent.click(await at.findByRole('button', { name: `Actions for ${number}` }))
    await userEvent.click(await at.findByRole('menuitem', { name: 'Remove phone' }))
    await waitFor(() => expect(at.getByRole('heading', { name: 'Remove this phone number?' })).toHaveFocus())
    await userEvent.click(at.getByRole('button', { name: 'Remove phone' }))
    await waitFor(() => expect(loaded.world.clerk.user?.phoneNumbers).toHaveLength(1))
  },
}

export const Dark: Story = { parameters: { usher: withTwo }, globals: { theme: 'dark' } }

export const RightToLeft: Story = { parameters: { usher: withTwo }, globals: { direction: 'rtl' } }
