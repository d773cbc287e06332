import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, password } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SignUp } from './sign-up.tsx'

const urls = { termsUrl: 'https://acme.example/terms', privacyPolicyUrl: 'https://acme.example/privacy' }

const meta: Meta<typeof SignUp> = {
  title: 'Components/SignUp/Legal consent',
  component: SignUp,
  parameters: { usher: { settings: { legalConsent: true, ...urls } } },
}
export default meta

type Story = StoryObj<typeof SignUp>

export const Agrees: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    await userEvent.type(await at.findByLabelText('Email'), emailAddress)
    await userEvent.type(at.getByLabelText('Password'), password)
    await expect(at.getByRole('link', { name: 'Terms' })).toHaveAttribute('href', urls.termsUrl)
    await expect(at.getByRole('link', { name: 'Privacy policy' })).toHaveAttribute(
      'href',
      urls.privacyPolicyUrl,
    )
    await userEvent.click(at.getByRole('button', { name: 'Create account' }))
    await waitFor(() => expect(at.getByText('Check this box to go on.')).toBeVisible())
    await userEvent.click(at.getByRole('checkbox'))
    await userEvent.click(at.getByRole('button', { name: 'Create account' }))
    const code = await at.findByLabelText('6-digit code')
    await at.findByRole('button', { name: /Send again in/ })
    await userEvent.type(code, loaded.world.server.inbox.code(emailAddress))
    await waitFor(() => expect(loaded.world.visited).toEqual(['/']))
  },
}

export const OnlyTerms: Story = {
  parameters: { usher: { settings: { legalConsent: true, termsUrl: urls.termsUrl, privacyPolicyUrl: '' } } },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await waitFor(() => expect(at.getByRole('link', { name: 'Terms' })).toBeVisible())
    await expect(at.queryByRole('link', { name: 'Privacy policy' })).toBeNull()
  },
}

export const AgreesDark: Story = { ...OnlyTerms, globals: { theme: 'dark' } }
export const AgreesRightToLeft: Story = { ...OnlyTerms, globals: { direction: 'rtl' } }
