import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { confirmLink } from '../../tests/email-link.ts'
import { UserProfile } from './user-profile.tsx'

const address = 'work@example.com'

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile/Email link',
  component: UserProfile,
  parameters: {
    usher: {
      settings: { emailVerifications: ['email_link'] },
      arrange: async ({ server, browser }: PageWorld) => {
        const fields = { email_address: 'ada@example.com', password: 'correct horse battery staple' }
        const { body } = await browser.post('/v1/client/sign_ups', fields)
        const path = `/v1/client/sign_ups/${body.response.id}/prepare_verification`
        const redirect_url = 'http://localhost:5173/sign-up'
        await browser.post(path, { strategy: 'email_link', redirect_url })
        const link = new URL(server.inbox.link('ada@example.com'))
        await browser.fetch('/v1/verify', { method: 'POST', body: link.searchParams })
      },
    },
  },
}
export default meta

type Story = StoryObj<typeof UserProfile>

async function addAddress(element: HTMLElement) {
  const at = within(element)
  await userEvent.click(await at.findByRole('button', { name: 'Add email' }))
  await userEvent.type(await at.findByRole('textbox', { name: 'Email' }), address)
  await userEvent.click(at.getByRole('button', { name: 'Send link' }))
  await at.findByRole('button', { name: /Send again in/ })
  return at
}

export const AddedByLink: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await addAddress(canvasElement)
    await waitFor(() => expect(at.getByRole('heading', { name: `Verify ${address}` })).toHaveFocus())
    await confirmLink(loaded.world, loaded.world.browser, address)
    const menu = await at.findByRole('button', { name: `Actions for ${address}` }, { timeout: 4000 })
    await waitFor(() => expect(menu).toHaveFocus())
    await expect(await within(document.body).findByText(`${address} is verified.`)).toBeInTheDocument()
  },
}

export const LinkTooOld: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await addAddress(canvasElement)
    loaded.world.server.clock.advance(11 * 60_000)
    await expect(await at.findByText('This link has expired.', {}, { timeout: 4000 })).toBeVisible()
    await expect(at.getByRole('button', { name: 'Send a new link' })).toBeVisible()
  },
}

export const LinkTooOldDark: Story = { ...LinkTooOld, globals: { theme: 'dark' } }
