import { expect, screen, userEvent, waitFor, within } from 'storybook/test'

type Context = { canvasElement: HTMLElement }

/** The address that somebody begins to add, which needs a new proof. */
export const added = 'work@example.com'

export const dialog = () => within(screen.getByRole('dialog'))

/** Begins to add an address, which needs a new proof. */
export async function addAddress(element: HTMLElement) {
  const at = within(element)
  await userEvent.click(await at.findByRole('button', { name: 'Add email' }))
  await userEvent.type(await at.findByRole('textbox', { name: 'Email' }), `${added}{Enter}`)
  await screen.findByRole('dialog', { name: 'Confirm it is you' })
}

export async function askForPassword({ canvasElement }: Context) {
  await addAddress(canvasElement)
  const field = await dialog().findByLabelText('Password')
  await waitFor(() => expect(field).toHaveFocus())
  return field
}

export async function chooseOther(name: RegExp) {
  await userEvent.click(await dialog().findByRole('button', { name: 'Use another method' }))
  const row = await dialog().findByRole('button', { name })
  await waitFor(() => expect(dialog().getByRole('heading')).toHaveFocus())
  await userEvent.click(row)
}

/** What waited for the proof has gone on. */
export const expectGoneOn = ({ canvasElement }: Context) =>
  waitFor(async () => {
    await expect(screen.queryByRole('dialog')).toBeNull()
    await expect(within(canvasElement).getByLabelText('6-digit code')).toHaveFocus()
  })
