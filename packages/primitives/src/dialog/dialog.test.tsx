import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAxeClean } from '../../tests/axe.ts'
import * as Dialog from './parts.ts'
import { PortalProvider } from './portal-provider.tsx'

const opener = page.getByRole('button', { name: 'Delete account' })
const dialog = page.getByRole('dialog', { name: 'Delete your account?' })

function DeleteDialog(props: Dialog.RootProps & { container?: Element }) {
  return (
    <Dialog.Root {...props}>
      <Dialog.Trigger>Delete account</Dialog.Trigger>
      <Dialog.Portal {...(props.container && { container: props.container })}>
        <Dialog.Overlay data-testid="overlay" />
        <Dialog.Content>
          <Dialog.Title>Delete your account?</Dialog.Title>
          <Dialog.Description>All of it goes.</Dialog.Description>
          <label>
            Word <input />
          </label>
          <Dialog.Close>Keep it</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Controlled({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const [open, setOpen] = useState(false)
  const change = (next: boolean) => {
    onOpenChange(next)
    setOpen(next)
  }
  return <DeleteDialog open={open} onOpenChange={change} />
}

test('A person opens a dialog that has a name, works in it, and gets the focus back', async () => {
  await render(<DeleteDialog />)
  await userEvent.click(opener)
  await expect.element(dialog).toHaveAccessibleDescription('All of it goes.')
  await expect.element(dialog).toHaveAttribute('data-open')
  await expectAxeClean(dialog.element())
  await expect.element(page.getByRole('textbox')).toHaveFocus()
  await userEvent.keyboard('{Tab}{Tab}')
  expect(dialog.element().contains(document.activeElement)).toBe(true)
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(dialog.elements()).toHaveLength(0))
  await expect.element(opener).toHaveFocus()
})

test('The page behind an open dialog does not scroll, and scrolls again afterwards', async () => {
  await render(<DeleteDialog defaultOpen />)
  await expect.element(dialog).toBeVisible()
  expect(getComputedStyle(document.body).overflowY).toBe('hidden')
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }))
  await vi.waitFor(() => expect(getComputedStyle(document.body).overflowY).toBe('visible'))
})

test('An app may decide whether the dialog is open', async () => {
  const onOpenChange = vi.fn()
  await render(<Controlled onOpenChange={onOpenChange} />)
  await userEvent.click(opener)
  await expect.element(dialog).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(onOpenChange.mock.calls).toEqual([[true], [false]]))
})

test('A dialog can be put into a chosen place of the page', async () => {
  const place = document.body.appendChild(document.createElement('section'))
  await render(<DeleteDialog defaultOpen container={place} />)
  await expect.element(dialog).toBeVisible()
  expect(place.contains(dialog.element())).toBe(true)
  place.remove()
})

test('An app may keep the dialog open when the person presses Escape', async () => {
  await render(
    <Dialog.Root defaultOpen>
      <Dialog.Content onEscapeKeyDown={(event) => event.preventDefault()} aria-label="Unsaved">
        <button type="button">Save</button>
      </Dialog.Content>
    </Dialog.Root>,
  )
  await expect.element(page.getByRole('button')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: 'Unsaved' })).toBeVisible()
})

test('A dialog without a name is reported to its developer', async () => {
  const reported = new Promise<string>((resolve) => {
    const listen = (event: ErrorEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      resolve(event.message)
    }
    addEventListener('error', listen, { once: true, capture: true })
  })
  await render(
    <Dialog.Root defaultOpen>
      <Dialog.Content>nameless</Dialog.Content>
    </Dialog.Root>,
  )
  expect(await reported).toContain('A dialog has no name')
})

test('A dialog is put where the provider around says, and elsewhere when it is told itself', async () => {
  const [near, far] = [document.createElement('div'), document.createElement('div')]
  document.body.append(near, far)
  const around = (container?: Element) => (
    <PortalProvider getContainer={() => near}>
      <DeleteDialog defaultOpen container={container} />
    </PortalProvider>
  )
  const { rerender } = await render(around())
  await expect.element(dialog).toBeVisible()
  expect(near.contains(dialog.element())).toBe(true)
  await rerender(around(far))
  expect(far.contains(dialog.element())).toBe(true)
})
