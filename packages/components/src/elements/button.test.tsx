import '../../styles/styles.css'
import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './button.tsx'
import { StyledForm } from './form.tsx'
import { ResendLink } from './resend-link.tsx'
import { SubmitButton } from './submit-button.tsx'
import { StoryBox } from './testing/story-box.tsx'

it('a pending button keeps its width and its focus, and ignores presses', async () => {
  const onClick = vi.fn()
  const draw = (pending: boolean) => (
    <StoryBox>
      <Button pending={pending} onClick={onClick}>
        Verify
      </Button>
    </StoryBox>
  )
  const screen = await render(draw(false))
  const button = screen.getByRole('button', { name: 'Verify' }).element() as HTMLElement
  button.focus()
  const width = button.offsetWidth
  await screen.rerender(draw(true))
  await userEvent.keyboard('{Enter}')
  button.click()
  expect(onClick).not.toHaveBeenCalled()
  expect(button).toHaveFocus()
  expect(button.offsetWidth).toBe(width)
  expect(button).toHaveAttribute('aria-disabled', 'true')
})

it('a button that waits for the clock counts down, refuses a submit, and is itself again without moving', async () => {
  const onSubmit = vi.fn()
  const screen = await render(
    <StoryBox>
      <StyledForm onSubmit={onSubmit}>
        <SubmitButton until={Date.now() + 1500}>Continue</SubmitButton>
      </StyledForm>
    </StoryBox>,
  )
  const button = screen.getByRole('button').element() as HTMLElement
  const before = JSON.stringify(button.getBoundingClientRect())
  expect(button).toHaveAccessibleName('Try again in 0:02')
  button.closest('form')?.requestSubmit()
  expect(onSubmit).not.toHaveBeenCalled()
  await expect.element(screen.getByRole('button', { name: 'Continue' })).toBeInTheDocument()
  expect(JSON.stringify(button.getBoundingClientRect())).toBe(before)
})

it('the link for another code says how long it takes until it may be pressed', async () => {
  const onClick = vi.fn()
  const screen = await render(
    <StoryBox>
      <ResendLink until={Date.now() + 1200} onClick={onClick}>
        Send a new code
      </ResendLink>
    </StoryBox>,
  )
  const link = screen.getByRole('button').element() as HTMLElement
  expect(link).toHaveAccessibleName('Send again in 0:02')
  link.click()
  expect(onClick).not.toHaveBeenCalled()
  await screen.getByRole('button', { name: 'Send a new code' }).click()
  expect(onClick).toHaveBeenCalledOnce()
})
