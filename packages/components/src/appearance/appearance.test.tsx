import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
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

it('a later colour puts away the tokens that a theme made from its own', () => {
  const theme = {
    variables: {
      colorPrimary: 'red',
      '--usher-accent': 'darkred',
      '--usher-perf': 'gray',
    },
  } as const
  const merged = mergeAppearance(emptyAppearance, { theme, variables: { colorPrimary: 'blue' } })
  expect(merged.variables).toEqual({ colorPrimary: 'blue', '--usher-perf': 'gray' })
  const onNewGround = mergeAppearance(emptyAppearance, { theme, variables: { colorBackground: 'white' } })
  expect(onNewGround.variables).toEqual({ colorPrimary: 'red', colorBackground: 'white' })
})

it('themes come by name, in lists, and on top of one another; the last one wins', () => {
  const base = { simpleStyles: true, variables: { colorPrimary: 'red', fontSize: '1rem' } }
  const middle = {
    __type: 'prebuilt_appearance',
    baseTheme: base,
    variables: { colorPrimary: 'green' },
  } as const
  const merged = mergeAppearance(emptyAppearance, {
    theme: ['clerk', middle, { variables: { borderRadius: '0' }, cssLayerName: 'theirs' }],
  })
  expect(merged.variables).toEqual({ colorPrimary: 'green', fontSize: '1rem', borderRadius: '0' })
  expect(merged).toMatchObject({ isSimple: true, isLight: true, layer: 'theirs' })
  expect(mergeAppearance(emptyAppearance, { theme: 'simple' }).isSimple).toBe(true)
  expect(mergeAppearance(emptyAppearance, { theme: 'clerk' })).toMatchObject(emptyAppearance)
})
