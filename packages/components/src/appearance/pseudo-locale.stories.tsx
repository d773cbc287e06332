import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress, type PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { withProviders } from '../../tests/provider.ts'
import { known } from '../../tests/sign-in-card.ts'
import { SessionList } from '../session-list/session-list.tsx'
import { SignIn } from '../sign-in/sign-in.tsx'
import { SignUp } from '../sign-up/sign-up.tsx'
import { UserButton } from '../user-button/user-button.tsx'
import { UserProfile } from '../user-profile/user-profile.tsx'
import { Waitlist } from '../waitlist/waitlist.tsx'

const settings = {
  ...withProviders('google', 'github'),
  username: { enabled: true },
  phoneNumber: { enabled: true },
  passkey: { enabled: true },
  secondFactors: { authenticatorApp: true, phoneCode: true, backupCode: true },
  deleteSelf: true,
}

// Whatever is drawn at its end is measured on a screen of 320 px, as every story is.
const meta: Meta = { title: 'Appearance/Pseudo-locale', globals: { language: 'pseudo' } }
export default meta

const signedIn = { usher: { settings, arrange: ({ signUp }: PageWorld) => signUp() } }

/** Every text of the kit on the page is one of the pseudo-locale: nothing is left in English. */
async function expectTranslated(element: HTMLElement) {
  const english = [...element.querySelectorAll('[data-localization-key]')].filter(
    ({ textContent }) => !/^\[.*\]$/s.test(textContent ?? ''),
  )
  await expect(english.map((text) => text.getAttribute('data-localization-key'))).toEqual([])
}

export const SigningIn: StoryObj = {
  parameters: { usher: { settings } },
  render: () => <SignIn />,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: /^\[Çöñţîñûé øñé/ }))
    await at.findByText(/^\[Ƒîļļ ţĥîš îñ ţö ğö öñ\./)
    await at.findByRole('button', {
      name: /^\[Çöñţîñûé ŵîţĥ Google/,
    })
    await expectTranslated(canvasElement)
  },
}

export const AnotherMethod: StoryObj = {
  parameters: { usher: { settings, ...known } },
  render: () => <SignIn />,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.type(
      await at.findByRole('textbox', { name: /^\[Éɱåîļ, þĥöñé ñûɱƀéŕ öŕ ûšéŕñåɱé/ }),
      emailAddress,
    )
    await userEvent.click(at.getByRole('button', { name: /^\[Çöñţîñûé øñé/ }))
    await userEvent.click(await at.findByRole('button', { name: /^\[Ûšé åñöţĥéŕ ɱéţĥöð/ }))
    await at.findByRole('heading', { level: 1, name: /^\[Ûšé åñöţĥéŕ ɱéţĥöð/ })
    await expectTranslated(canvasElement)
  },
}

export const SigningUp: StoryObj = {
  parameters: { usher: { settings } },
  render: () => <SignUp appearance={{ options: { showOptionalFields: true } }} />,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await at.findByRole('textbox', { name: /^\[Ƒîŕšţ ñåɱé/ })
    await expectTranslated(canvasElement)
  },
}

const page = (id: string): StoryObj => ({
  parameters: signedIn,
  beforeEach: () => {
    window.location.hash = `#/${id}`
    return () => {
      window.location.hash = ''
    }
  },
  render: () => <UserProfile />,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('section').length).toBeGreaterThan(3))
    await expectTranslated(canvasElement)
  },
})

export const ProfilePage = page('account')
export const SecurityPage = page('security')

export const AuthenticatorApp: StoryObj = {
  ...SecurityPage,
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await userEvent.click(await at.findByRole('button', { name: /^\[Åðð å šéçöñð öñé/ }))
    await userEvent.click(await at.findByRole('button', { name: /Åûţĥéñţîçåţöŕ åþþ/ }))
    await waitFor(() => expect(canvasElement.querySelector('svg.cl-qrCode')).toBeVisible())
    await expectTranslated(canvasElement)
  },
}

export const Accounts: StoryObj = {
  parameters: signedIn,
  render: () => <UserButton />,
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button'))
    await waitFor(() => expect(within(canvasElement).getByRole('dialog')).toBeVisible())
    await expectTranslated(canvasElement)
  },
}

export const Devices: StoryObj = {
  parameters: signedIn,
  render: () => <SessionList />,
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/^\[Ţĥîš ðéṽîçé/)
    await expectTranslated(canvasElement)
  },
}

export const WaitingForAnInvitation: StoryObj = {
  parameters: { usher: { settings: { signUpMode: 'waitlist' } } },
  render: () => <Waitlist />,
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('textbox')
    await expectTranslated(canvasElement)
  },
}
