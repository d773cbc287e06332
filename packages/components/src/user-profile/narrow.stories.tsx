import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { expectRoom, narrow } from '../../tests/narrow.tsx'
import { UserProfile } from './user-profile.tsx'

const longAddress = `${'very-long-name-'.repeat(4)}@department.example.com`

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile narrow',
  component: UserProfile,
  parameters: {
    usher: {
      arrange: async ({ browser, signUp }: PageWorld) => {
        await signUp(longAddress)
        const first_name = 'Adelheid-Wilhelmine '.repeat(3).trim()
        await browser.patch('/v1/me', { first_name, last_name: 'von Lovelace' })
      },
    },
  },
  decorators: [narrow],
}
export default meta

type Story = StoryObj<typeof UserProfile>

export const LongNameAndAddress: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await at.findByText('Primary')
    await at.findAllByText(/Adelheid/)
    await expectRoom(canvasElement)
  },
}

export const AddingAnAddress: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Add email' }))
    await userEvent.type(await at.findByRole('textbox', { name: 'Email' }), `${emailAddress}{Enter}`)
    const code = await at.findByLabelText('6-digit code')
    await waitFor(() => expect(code).toHaveFocus())
    await expectRoom(canvasElement)
  },
}

const german = {
  locale: 'de-DE',
  badge__primary: 'Hauptadresse',
  userProfile: {
    start: {
      profileSection: { title: 'Persönliche Angaben', primaryButton: 'Angaben bearbeiten' },
      emailAddressesSection: {
        title: 'E-Mail-Adressen Ihres Benutzerkontos',
        subtitle: 'An diese Adressen senden wir Bestätigungscodes und Sicherheitshinweise',
        primaryButton: 'E-Mail-Adresse hinzufügen',
        primaryButton__short: 'Hinzufügen',
      },
    },
  },
}

export const LongWords: Story = {
  parameters: { localization: german },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await at.findByText('Hauptadresse')
    await at.findByRole('button', { name: 'Angaben bearbeiten' })
    await expectRoom(canvasElement)
  },
}

export const RightToLeft: Story = { ...LongNameAndAddress, globals: { direction: 'rtl' } }
