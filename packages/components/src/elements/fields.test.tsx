import '../../styles/styles.css'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { CodeInput } from './code-input.tsx'
import { StyledForm } from './form.tsx'
import { PasswordInput } from './password-input.tsx'
import { SubmitButton } from './submit-button.tsx'
import { StoryBox } from './testing/story-box.tsx'
import { TextField } from './text-field.tsx'

const wrong = {
  identifier: 'Check this address.',
  password: 'That password is not right.',
  code: 'Not right.',
}

const draw = (errors: typeof wrong | undefined, warning?: string) => (
  <StoryBox size="card">
    <h1>Sign in</h1>
    <StyledForm errors={errors}>
      <TextField name="identifier" label="Email" autoComplete="username" />
      <PasswordInput name="password" label="Password" autoComplete="current-password" warning={warning} />
      <CodeInput label="6-digit code" hint="It works for 10 minutes." />
      <SubmitButton>Continue</SubmitButton>
    </StyledForm>
  </StoryBox>
)

it('an error, a hint and a warning come into the gap below their field and move nothing', async () => {
  const screen = await render(draw(undefined))
  const button = screen.getByRole('button', { name: 'Continue' }).element()
  const top = button.getBoundingClientRect().top
  await screen.rerender(draw(wrong))
  await expect.element(screen.getByLabelText('Email')).toHaveAccessibleDescription('Check this address.')
  expect(button.getBoundingClientRect().top).toBe(top)
  await screen.rerender(draw(undefined, 'Too many tries.'))
  await expect.element(screen.getByText('Too many tries.')).toBeVisible()
  expect(button.getBoundingClientRect().top).toBe(top)
})

it('inputs are 16 px, so that a phone does not zoom in on them', async () => {
  const screen = await render(draw(undefined))
  for (const input of screen.container.querySelectorAll('input'))
    expect(Number.parseFloat(getComputedStyle(input).fontSize)).toBeGreaterThanOrEqual(16)
})

it.each(['light', 'dark'])('wrong fields have no accessibility findings (%s)', async (theme) => {
  document.documentElement.dataset.usherTheme = theme
  const screen = await render(draw(wrong))
  await expect.element(screen.getByText('Check this address.')).toBeVisible()
  const { violations } = await axe.run(screen.container)
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(getComputedStyle(screen.getByLabelText('Email').element()).backgroundColor).toBe(
    theme === 'dark' ? 'rgb(16, 18, 22)' : 'rgb(255, 255, 255)',
  )
})
