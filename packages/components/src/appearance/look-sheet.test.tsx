import { type ReactNode, StrictMode } from 'react'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import '../../styles/styles.css'
import { Button } from '../elements/button.tsx'
import { Card } from '../elements/card.tsx'
import { StyledForm } from '../elements/form.tsx'
import { Header } from '../elements/header.tsx'
import { RootBox } from '../elements/root-box.tsx'
import { Skeleton } from '../elements/skeleton.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { AppearanceProvider } from './appearance-context.tsx'
import { writeSheet } from './look-sheet.tsx'
import { emptyAppearance } from './merge-appearance.ts'
import type { Appearance, Variables } from './types.ts'

const card = (
  <Card footer={<span>the stub</span>}>
    <Header title="The title" subtitle="The fact" />
    <StyledForm>
      <TextField name="identifier" label="Address" />
      <TextField name="code" label="Code" error="Wrong" />
      <SubmitButton>Go on</SubmitButton>
      <Button variant="link">A link</Button>
      <Skeleton height="1rem" />
    </StyledForm>
    <code className="cl-secret">a key</code>
    <b className="cl-badge">A badge</b>
  </Card>
)

async function draw(appearance: Appearance, inside: ReactNode = card) {
  const { container } = await render(
    <StrictMode>
      <AppearanceProvider appearances={[appearance]}>
        <RootBox flow="signIn">{inside}</RootBox>
      </AppearanceProvider>
    </StrictMode>,
  )
  await expect.poll(() => container.querySelector('.cl-waiting')).toBeNull()
  return (selector: string, property: string, pseudo?: string) => {
    const element = container.querySelector(selector)
    if (!element) throw new Error(`There is no ${selector}.`)
    return getComputedStyle(element, pseudo).getPropertyValue(property)
  }
}

const red = 'rgb(200, 0, 0)'
const submit = '.cl-formButtonPrimary'
const input = '.cl-formFieldInput'
const body = '.cl-card'

const effects: [Variables, selector: string, property: string, expected: string][] = [
  [{ colorPrimary: red }, submit, 'background-color', red],
  [{ colorPrimary: { 500: red } }, submit, 'background-color', red],
  [{ colorPrimaryForeground: red }, submit, 'color', red],
  [{ colorTextOnPrimaryBackground: red }, submit, 'color', red],
  [{ colorDanger: red }, '.cl-formFieldErrorText', 'color', red],
  [{ colorDanger: { 500: red, 50: 'rgb(1, 2, 3)' } }, '.cl-rootBox', '--usher-danger-tint', 'rgb(1, 2, 3)'],
  [{ colorSuccess: red }, '.cl-rootBox', '--usher-success', red],
  [{ colorWarning: { 500: red } }, '.cl-rootBox', '--usher-warning', red],
  [{ colorNeutral: { 500: red, 100: 'rgb(1, 2, 3)' } }, body, 'border-left-color', 'rgb(1, 2, 3)'],
  [{ colorAlphaShade: { 500: red, 100: 'rgb(1, 2, 3)' } }, body, 'border-left-color', 'rgb(1, 2, 3)'],
  [{ colorForeground: red }, '.cl-headerTitle', 'color', red],
  [{ colorText: red }, '.cl-headerTitle', 'color', red],
  [{ colorMuted: red }, '.cl-footer', 'background-color', red],
  [{ colorMutedForeground: red }, '.cl-headerSubtitle', 'color', red],
  [{ colorTextSecondary: red }, '.cl-headerSubtitle', 'color', red],
  [{ colorBackground: red }, body, 'background-color', red],
  [{ colorInput: red }, input, 'background-color', red],
  [{ colorInputBackground: red }, input, 'background-color', red],
  [{ colorInputForeground: red }, input, 'color', red],
  [{ colorInputText: red }, input, 'color', red],
  [{ colorShimmer: red }, '.cl-skeleton', 'background-color', red],
  [{ colorRing: red }, '.cl-rootBox', '--usher-ring', red],
  [{ colorBorder: red }, input, 'border-top-color', red],
  [{ colorBorder: red }, body, 'border-left-color', red],
  [{ colorModalBackdrop: red }, '.cl-rootBox', '--usher-scrim', red],
  [{ fontFamily: 'serif' }, '.cl-headerTitle', 'font-family', 'serif'],
  [{ fontFamilyButtons: 'serif' }, submit, 'font-family', 'serif'],
  [{ fontFamilyMono: 'serif' }, '.cl-secret', 'font-family', 'serif'],
  [{ fontSize: '20px' }, '.cl-headerSubtitle', 'font-size', '20px'],
  [{ fontSize: '20px' }, input, 'font-size', '20px'],
  [{ fontSize: { xs: '9px' } }, '.cl-badge', 'font-size', '9px'],
  [{ fontSize: { sm: '11px' } }, '.cl-formFieldMessage', 'font-size', '11px'],
  [{ fontSize: { md: '15px' } }, '.cl-headerSubtitle', 'font-size', '15px'],
  [{ fontSize: { lg: '30px' } }, '.cl-headerTitle', 'font-size', '30px'],
  [{ fontSize: { xl: '40px' } }, '.cl-rootBox', '--usher-size-xl', '40px'],
  [{ fontWeight: { normal: 300 } }, '.cl-headerSubtitle', 'font-weight', '300'],
  [{ fontWeight: { medium: 'bold' } }, submit, 'font-weight', '700'],
  [{ fontWeight: { semibold: 800 } }, '.cl-rootBox', '--usher-weight-semibold', '800'],
  [{ fontWeight: { bold: 900 } }, '.cl-headerTitle', 'font-weight', '900'],
  [{ borderRadius: 'none' }, submit, 'border-top-left-radius', '0px'],
  [{ borderRadius: '4px' }, body, 'border-top-left-radius', '7px'],
  [{ spacing: '20px' }, body, 'padding-left', '40px'],
  [{ spacingUnit: '20px' }, body, 'padding-left', '40px'],
]

it.each(effects)('%o is seen on %s', async (variables, selector, property, expected) => {
  const bare = await draw({})
  const before = bare(selector, property)
  const read = await draw({ variables })
  expect(read(selector, property)).toBe(expected)
  expect(before).not.toBe(expected)
})

it('the shadows of cards take the colour that the app gave', async () => {
  const read = await draw({ variables: { colorShadow: 'rgb(200, 0, 0)' } })
  const bare = await draw({})
  expect(read('.cl-cardBox', 'box-shadow')).not.toBe(bare('.cl-cardBox', 'box-shadow'))
  expect(read('.cl-cardBox', 'box-shadow')).toContain('oklab')
})

it('links, and the label of the button, follow a primary colour that stands alone', async () => {
  const light = await draw({ variables: { colorPrimary: '#ffe14d' } })
  expect(light(submit, 'color')).toBe('oklch(0 0 0)')
  expect(light('.cl-button[data-variant="link"]', 'color')).toMatch(/^oklch\(0\.53 /)
})

it('on a dark ground everything that the app did not name is made to be read there', async () => {
  const read = await draw({ variables: { colorBackground: '#212126' } })
  const lightness = (color: string) => Number(/^ok\w+\(([\d.]+)/.exec(color)?.[1])
  expect(lightness(read('.cl-headerTitle', 'color'))).toBeGreaterThan(0.9)
  expect(lightness(read('.cl-headerSubtitle', 'color'))).toBeGreaterThan(0.7)
  expect(lightness(read('.cl-formFieldErrorText', 'color'))).toBeGreaterThan(0.7)
  expect(read(input, 'background-color')).toBe('rgb(33, 33, 38)')
})

it('a rule object styles its element; id and state are stronger than the key, every button is weaker', async () => {
  const read = await draw({
    elements: {
      formFieldInput__code__error: { color: 'rgb(3, 3, 3)' },
      formFieldInput__error: { backgroundColor: 'rgb(9, 9, 9)' },
      formFieldInput__code: { color: 'rgb(2, 2, 2)', paddingTop: 7 },
      formFieldInput: { color: 'rgb(1, 1, 1)', opacity: 0.9, '--own': 5 },
      formButtonPrimary: { color: 'rgb(5, 5, 5)', '&::after': { content: '"!"' }, '& > span': { order: 3 } },
      button: { color: 'rgb(4, 4, 4)', '&[data-variant="link"]': { fontWeight: 900 } },
      cardBox: { '@media (width > 1px)': { outlineWidth: 3, outlineStyle: ['groove', 'dotted'] } },
    },
  })
  const [first, code] = ['.cl-formFieldInput__identifier', '.cl-formFieldInput__code']
  expect([read(first, 'color'), read(first, 'opacity'), read(first, '--own')]).toEqual([
    'rgb(1, 1, 1)',
    '0.9',
    '5',
  ])
  expect([read(code, 'color'), read(code, 'padding-top')]).toEqual(['rgb(3, 3, 3)', '7px'])
  expect(read(code, 'background-color')).toBe('rgb(9, 9, 9)')
  expect(read(first, 'background-color')).not.toBe('rgb(9, 9, 9)')
  expect(read(submit, 'color')).toBe('rgb(5, 5, 5)')
  expect(read(submit, 'content', '::after')).toBe('"!"')
  expect(read(`${submit} > span`, 'order')).toBe('3')
  expect(read('.cl-button[data-variant="link"]', 'color')).toBe('rgb(4, 4, 4)')
  expect(read('.cl-button[data-variant="link"]', 'font-weight')).toBe('900')
  expect(read('.cl-cardBox', 'outline')).toContain('dotted 3px')
})

it('class names of a key reach every element that has the key, and those of a state only while it holds', async () => {
  const { container } = await render(
    <AppearanceProvider
      appearances={[
        { elements: { button: 'all', formButtonPrimary: 'one', input: 'in', formFieldInput__error: 'bad' } },
      ]}
    >
      {card}
    </AppearanceProvider>,
  )
  expect(container.querySelector(submit)).toHaveClass('cl-button', 'cl-formButtonPrimary', 'all', 'one')
  expect(container.querySelector('.cl-button[data-variant="link"]')).toHaveClass('all')
  expect(container.querySelector('.cl-formFieldInput__identifier')).toHaveClass('in')
  expect(container.querySelector('.cl-formFieldInput__identifier')).not.toHaveClass('bad')
  expect(container.querySelector('.cl-formFieldInput__code')).toHaveClass('cl-error', 'bad')
})

it('the look of one component does not reach another', async () => {
  await draw({ elements: { card: { color: 'rgb(1, 1, 1)' } }, variables: { colorPrimary: red } })
  const other = await draw({ elements: { footer: { color: 'rgb(2, 2, 2)' } } })
  expect(other(body, 'color')).not.toBe('rgb(1, 1, 1)')
  expect(other(submit, 'background-color')).not.toBe(red)
})

it("rules stand in the app's layer, so that its utilities win where it ordered them so", async () => {
  const order = document.head.appendChild(document.createElement('style'))
  order.textContent =
    '@layer usher, kit, utilities; @layer utilities { .mine { color: rgb(7, 7, 7) } .cl-header { color: rgb(8, 8, 8) } }'
  const elements = { card: { color: 'rgb(1, 1, 1)' }, headerTitle: 'mine', header: { color: 'rgb(2, 2, 2)' } }
  const layered = await draw({ cssLayerName: 'kit', elements })
  expect(layered(body, 'color')).toBe('rgb(1, 1, 1)')
  expect(layered('.cl-headerTitle', 'color')).toBe('rgb(7, 7, 7)')
  expect(layered('.cl-header', 'color')).toBe('rgb(8, 8, 8)')
  const free = await draw({ elements })
  expect(free('.cl-header', 'color')).toBe('rgb(2, 2, 2)')
  order.remove()
})

it('simple cards have no holes and no shadow', async () => {
  const notched = await draw({})
  expect(notched(body, 'mask-image')).toContain('radial-gradient')
  const plain = await draw({ theme: 'simple' })
  expect(plain(body, 'mask-image')).toBe('none')
  expect(plain('.cl-cardBox', 'box-shadow')).toBe('none')
})

it('the tag carries the nonce of the provider', async () => {
  const { container } = await render(
    <AppearanceProvider appearances={[{ variables: { colorPrimary: red } }]} nonce="abc">
      <RootBox flow="signIn">inside</RootBox>
    </AppearanceProvider>,
  )
  await expect.poll(() => container.querySelector('style')?.nonce).toBe('abc')
})

it('a value cannot close the style tag', () => {
  const sheet = writeSheet('id', {
    ...emptyAppearance,
    elements: [{ card: { content: '"</style><script>"' } }],
  })
  expect(sheet).not.toContain('</')
})
