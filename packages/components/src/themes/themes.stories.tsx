import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { withProviders } from '../../tests/provider.ts'
import { screen } from '../../tests/sign-in-card.ts'
import type { Theme } from '../appearance/types.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { UserButton } from '../user-button/user-button.tsx'
import { UserProfile } from '../user-profile/user-profile.tsx'
import { foyer, lobby, velvet } from './themes.ts'

const meta: Meta = { title: 'Appearance/Themes' }
export default meta

const onTheWayIn = (theme: Theme, [light, dark]: [light: string, dark: string]): StoryObj => ({
  parameters: { usher: { settings: withProviders('google') }, appearance: { theme } },
  render: () => <SignIn />,
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    const button = at.getByRole('button', { name: 'Continue' })
    await userEvent.click(button)
    await at.findByText('Fill this in to go on.')
    const root = document.documentElement
    const before = root.getAttribute('data-usher-theme')
    for (const [scheme, color] of [
      ['light', light],
      ['dark', dark],
    ]) {
      root.setAttribute('data-usher-theme', scheme ?? '')
      await userEvent.hover(canvasElement)
      await waitFor(() => expect(getComputedStyle(button).backgroundColor).toBe(color))
    }
    if (before) root.setAttribute('data-usher-theme', before)
    else root.removeAttribute('data-usher-theme')
  },
})

export const VelvetSignIn = onTheWayIn(velvet, ['rgb(134, 32, 95)', 'rgb(168, 58, 124)'])
export const LobbySignIn = onTheWayIn(lobby, ['rgb(122, 75, 0)', 'rgb(240, 192, 122)'])
export const FoyerSignIn = onTheWayIn(foyer, ['rgb(14, 92, 74)', 'rgb(15, 122, 96)'])

const security = (theme: Theme): StoryObj => ({
  parameters: {
    usher: {
      settings: {
        phoneNumber: { enabled: true },
        secondFactors: { authenticatorApp: true, phoneCode: true },
        deleteSelf: true,
      },
      arrange: ({ signUp }: PageWorld) => signUp(),
    },
    appearance: { theme },
  },
  beforeEach: () => {
    window.location.hash = '#/security'
    return () => {
      window.location.hash = ''
    }
  },
  render: () => <UserProfile />,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: 'Add a second one' }))
    await userEvent.click(await at.findByRole('button', { name: /^Authenticator app/ }))
    await at.findByLabelText(/Type the code that the app shows/)
    await at.findByText('This device')
  },
})

export const VelvetSecurity = security(velvet)
export const LobbySecurity = security(lobby)
export const FoyerSecurity = security(foyer)

const accounts = (theme: Theme): StoryObj => ({
  parameters: { usher: { arrange: ({ signUp }: PageWorld) => signUp() }, appearance: { theme } },
  render: () => <UserButton />,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: /^Account: / }))
    await waitFor(() => expect(at.getByRole('dialog')).toBeVisible())
  },
})

export const VelvetAccounts = accounts(velvet)
export const LobbyAccounts = accounts(lobby)
export const FoyerAccounts = accounts(foyer)

export const AColourOfTheAppOverATheme: StoryObj = {
  parameters: { usher: {}, appearance: { theme: velvet, variables: { colorPrimary: 'rgb(14, 92, 74)' } } },
  render: () => <SignIn />,
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    const button = at.getByRole('button', { name: 'Continue' })
    await waitFor(() => expect(getComputedStyle(button).backgroundColor).toBe('rgb(14, 92, 74)'))
    const link = at.getByRole('link', { name: 'Create an account' })
    await expect(getComputedStyle(link).color).toMatch(/^oklch\(.* 17\d/)
  },
}
