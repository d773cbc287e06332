import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAxeClean } from '../../tests/axe.ts'
import * as FileField from './parts.ts'

const file = new File(['content'], 'me.png', { type: 'image/png' })
const trigger = page.getByRole('button', { name: 'Upload' })

async function show(props: Partial<FileField.RootProps> = {}) {
  const onFile = vi.fn<(file: File) => void>()
  await render(
    <FileField.Root accept="image/png" onFile={onFile} data-testid="field" {...props}>
      <FileField.Input />
      <FileField.Trigger>Upload</FileField.Trigger>
    </FileField.Root>,
  )
  const field = page.getByTestId('field').element()
  const input = field.querySelector('input') as HTMLInputElement
  return { onFile, field, input }
}

function transferOf(...files: File[]) {
  const transfer = new DataTransfer()
  for (const one of files) transfer.items.add(one)
  return transfer
}

const drag = (type: string, transfer: DataTransfer, more: DragEventInit = {}) =>
  new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer, ...more })

test('the button opens the chooser, by mouse and by keyboard, and the same file may be chosen twice', async () => {
  const { onFile, field, input } = await show()
  const clicked = vi.spyOn(input, 'click').mockImplementation(() => {})
  await trigger.click()
  await userEvent.keyboard('{Enter}')
  expect(clicked).toHaveBeenCalledTimes(2)
  for (let turn = 0; turn < 2; turn++) await userEvent.upload(input, file)
  expect(onFile).toHaveBeenCalledTimes(2)
  expect(onFile.mock.calls[0]?.[0].name).toBe('me.png')
  await expectAxeClean(field)
})

test('a file that is dropped is taken, and the field says while one is held over it', async () => {
  const { onFile, field } = await show()
  const transfer = transferOf(file)
  const over = drag('dragover', transfer)
  trigger.element().dispatchEvent(over)
  expect(over.defaultPrevented).toBe(true)
  await expect.element(page.getByTestId('field')).toHaveAttribute('data-dragging')
  field.dispatchEvent(drag('dragleave', transfer, { relatedTarget: trigger.element() }))
  await expect.element(page.getByTestId('field')).toHaveAttribute('data-dragging')
  field.dispatchEvent(drag('dragleave', transfer, { relatedTarget: document.body }))
  await expect.element(page.getByTestId('field')).not.toHaveAttribute('data-dragging')
  field.dispatchEvent(drag('drop', transfer))
  expect(onFile).toHaveBeenCalledOnce()
})

test('a picture that is pasted is taken, and text is left to whoever it is for', async () => {
  const { onFile, field } = await show()
  const paste = (clipboardData: DataTransfer) => {
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })
    field.dispatchEvent(event)
    return event.defaultPrevented
  }
  const text = new DataTransfer()
  text.setData('text/plain', 'Ada')
  expect(paste(text)).toBe(false)
  expect(paste(transferOf(file))).toBe(true)
  expect(onFile).toHaveBeenCalledOnce()
})

test('while it is disabled nothing is taken', async () => {
  const { onFile, field, input } = await show({ disabled: true })
  const clicked = vi.spyOn(input, 'click')
  ;(trigger.element() as HTMLElement).click()
  field.dispatchEvent(drag('drop', transferOf(file)))
  expect([clicked.mock.calls.length, onFile.mock.calls.length]).toEqual([0, 0])
  expect(trigger.element()).toHaveAttribute('aria-disabled', 'true')
})
