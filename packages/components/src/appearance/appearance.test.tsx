import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { RootBox } from '../elements/root-box.tsx'
import { AppearanceProvider, useElementClass } from './appearance-context.tsx'
import { emptyAppearance, mergeAppearance } from './merge-appearance.ts'

const Probe = () => <p className={useElementClass('formFieldInput', 'password', 'error')}>probe</p>

it("an element carries its key, id and state, and then the app's own classes from general to narrow", async () => {
  const screen = await render(
    <AppearanceProvider
      appearances={[{ elements: { formFieldInput: 'a', formFieldInput__password__error: 'c' } }]}
    >
      <AppearanceProvider
        appearances={[{ elements: { formFieldInput__password: 'b', formFieldInput: { color: 'red' } } }]}
      >
        <Probe />
      </AppearanceProvider>
    </AppearanceProvider>,
  )
  await expect
    .element(screen.getByText('probe'))
    .toHaveAttribute('class', 'cl-formFieldInput cl-formFieldInput__password cl-error a b c')
})

it('a component says more than its provider, and a theme less than what stands beside it', () => {
  const merged = mergeAppearance(
    emptyAppearance,
    {
      baseTheme: { variables: { colorPrimary: 'red', colorText: 'black' } },
      variables: { colorPrimary: 'green' },
    },
    { layout: { logoPlacement: 'none' }, variables: { borderRadius: '0' } },
  )
  expect(merged.variables).toEqual({ colorPrimary: 'green', colorText: 'black', borderRadius: '0' })
  expect(merged.options).toEqual({ logoPlacement: 'none' })
})

it("the app's colour reaches the sheet as a custom property, and asks for what is made from it", async () => {
  const screen = await render(
    <AppearanceProvider appearances={[{ variables: { colorPrimary: 'rgb(1 2 3)' } }]}>
      <RootBox flow="signIn">inside</RootBox>
    </AppearanceProvider>,
  )
  const root = screen.getByText('inside').element()
  expect(getComputedStyle(root).getPropertyValue('--usher-accent-fill')).toBe('rgb(1 2 3)')
  expect(root).toHaveAttribute('data-usher-brand')
  expect(root).toHaveClass('cl-rootBox', 'cl-signIn-root')
})
