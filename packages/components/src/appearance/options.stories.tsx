import type { Meta, StoryObj } from '@storybook/react-vite'
import { emailAddress } from '@usher/testing/page'
import { expect, userEvent, waitFor } from 'storybook/test'
import { withProviders } from '../../tests/provider.ts'
import { known, screen } from '../../tests/sign-in-card.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { SignUp } from '../sign-up/sign-up.tsx'
import { Waitlist } from '../waitlist/waitlist.tsx'
import type { ProviderAppearance } from './types.ts'

const meta: Meta<typeof SignIn> = {
  title: 'Appearance/Options',
  component: SignIn,
  parameters: { usher: {} },
}
export default meta

type Story = StoryObj<typeof SignIn>

const options = (appearance: ProviderAppearance, usher: object = {}) => ({ usher, appearance })

const mark = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#3d3dd6" d="M0 0h9v9H0z"/></svg>',
)}`

const isBefore = (one: Element, other: Element) =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)

export const MarkAboveTheTicket: Story = {
  parameters: options({
    options: { logoPlacement: 'outside', logoImageUrl: mark, logoLinkUrl: 'https://acme.example/' },
  }),
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    const link = at.getByRole('link', { name: 'Acme' })
    await expect(link).toHaveAttribute('href', 'https://acme.example/')
    await expect(link.closest('.cl-cardBox')).toBeNull()
    const [{ bottom }, card] = [link.getBoundingClientRect(), canvasElement.querySelector('.cl-cardBox')]
    await expect(bottom).toBeLessThan(card?.getBoundingClientRect().top ?? 0)
  },
}

export const MarkInTheHeader: Story = {
  parameters: options({ options: { logoImageUrl: mark } }),
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    await expect(at.getByRole('img', { name: 'Acme' }).closest('.cl-header')).not.toBeNull()
  },
}

export const WithoutMark: Story = {
  parameters: options({ layout: { logoPlacement: 'none', logoImageUrl: mark } }),
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    await expect(at.queryByRole('img')).toBeNull()
  },
}

export const ProvidersBelowAsMarks: Story = {
  parameters: options(
    { layout: { socialButtonsPlacement: 'bottom', socialButtonsVariant: 'iconButton' } },
    { settings: withProviders('google', 'github') },
  ),
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    const [field, google] = [
      await at.email(),
      await at.findByRole('button', { name: 'Continue with Google' }),
    ]
    await waitFor(() => expect(at.getByText('or')).toBeVisible())
    await expect(isBefore(field, at.getByText('or'))).toBe(true)
    await expect(isBefore(at.getByText('or'), google)).toBe(true)
    await expect(google).toHaveClass('cl-socialButtonsIconButton__google')
    await expect(google.offsetTop).toBe(at.getByRole('button', { name: 'Continue with GitHub' }).offsetTop)
  },
}

export const ManyProvidersInRows: Story = {
  parameters: options(
    { options: { socialButtonsVariant: 'blockButton' } },
    { settings: withProviders('google', 'github', 'apple', 'gitlab', 'discord') },
  ),
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    const google = await at.findByRole('button', { name: 'Continue with Google' })
    await waitFor(() => expect(at.getByText('Continue with Google')).toBeVisible())
    await expect(google).toHaveClass('cl-socialButtonsBlockButton__google')
  },
}

export const PagesInTheStub: Story = {
  parameters: options({
    options: { helpPageUrl: '/help', privacyPageUrl: '/privacy', termsPageUrl: '/terms' },
  }),
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    for (const name of ['Help', 'Privacy', 'Terms'])
      await expect(at.getByRole('link', { name })).toHaveAttribute('href', `/${name.toLowerCase()}`)
    await expect(at.getByRole('link', { name: 'Help' })).toHaveClass('cl-footerPagesLink__help')
  },
}

export const FirstFieldFocused: Story = {
  parameters: options({ options: { autoFocus: true } }),
  play: async ({ canvasElement }) => {
    const field = await screen(canvasElement).email()
    await waitFor(() => expect(field).toHaveFocus())
  },
}

export const FieldsLeftAlone: Story = {
  parameters: options({ options: { autoFocus: false } }, known),
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), emailAddress)
    await at.press('Continue')
    await at.findByText('Enter your password')
    await waitFor(() => expect(at.getByRole('heading', { level: 1 })).toHaveFocus())
  },
}

export const AddressOfTheWaitlistFocused: Story = {
  parameters: options({ options: { autoFocus: true } }, { settings: { signUpMode: 'waitlist' } }),
  render: () => <Waitlist />,
  play: async ({ canvasElement }) => {
    const field = await screen(canvasElement).email()
    await waitFor(() => expect(field).toHaveFocus())
  },
}

export const OptionalFieldsOfSignUp: Story = {
  parameters: options({ options: { showOptionalFields: true } }),
  render: () => <SignUp />,
  play: async ({ canvasElement }) => {
    const field = await screen(canvasElement).findByLabelText('First name')
    await waitFor(() => expect(field).toBeVisible())
  },
}

export const NothingMoves: Story = {
  parameters: options({ options: { animations: false } }, known),
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await userEvent.type(await at.email(), emailAddress)
    await at.press('Continue')
    await at.findByText('Enter your password')
    const moving = document.getAnimations().filter(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null
      return target?.matches('.cl-step, .cl-main')
    })
    await expect(moving).toEqual([])
  },
}

export const Flush: Story = {
  parameters: options({ options: { elevation: 'flush' } }),
  play: async ({ canvasElement }) => {
    await screen(canvasElement).email()
    const box = canvasElement.querySelector('.cl-cardBox')
    await expect(box && getComputedStyle(box).boxShadow).toBe('none')
  },
}

export const OneComponentAlone: Story = {
  parameters: options({
    variables: { colorPrimary: 'rgb(122, 75, 0)', borderRadius: '3px' },
    signIn: { variables: { colorPrimary: 'rgb(14, 92, 74)' } },
    signUp: { variables: { colorPrimary: 'rgb(134, 32, 95)' } },
  }),
  args: { appearance: { variables: { borderRadius: '5px' } } },
  play: async ({ canvasElement }) => {
    const at = screen(canvasElement)
    await at.email()
    const style = getComputedStyle(at.getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(style.backgroundColor).toBe('rgb(14, 92, 74)'))
    await expect(style.borderTopLeftRadius).toBe('5px')
  },
}
