import { emailAddress, type PageWorld, password } from '@usher/testing/page'
import { userEvent, within } from 'storybook/test'

/** Somebody has an account and is signed out on this browser. */
export const known = {
  arrange: async ({ server, signUp }: PageWorld) => {
    await signUp(emailAddress, server.browser())
  },
}

/** The parts of the card that a person looks for. */
export const screen = (element: HTMLElement) => {
  const at = within(element)
  return {
    ...at,
    email: () => at.findByLabelText('Email'),
    password: () => at.findByLabelText('Password'),
    code: () => at.findByLabelText('6-digit code'),
    press: async (name: string) => userEvent.click(await at.findByRole('button', { name })),
  }
}

/** Types address and password and goes on. */
export async function giveBoth(element: HTMLElement, given = password) {
  const at = screen(element)
  await userEvent.type(await at.email(), emailAddress)
  await userEvent.type(await at.password(), given)
  await at.press('Continue')
}

/** Goes as far as the code that was mailed. */
export async function askForCode(element: HTMLElement) {
  const at = screen(element)
  await userEvent.type(await at.email(), emailAddress)
  await at.press('Continue')
  await at.press('Use another method')
  await userEvent.click(await at.findByRole('button', { name: /Email a code/ }))
  return at.code()
}
