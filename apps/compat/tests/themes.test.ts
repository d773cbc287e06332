import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { signInAsNew } from './looks.ts'

const chromium = withChromium()
const axePath = createRequire(import.meta.url).resolve('axe-core')

async function newPage(colorScheme: 'light' | 'dark' = 'light') {
  const page = await chromium.newPage()
  await page.emulateMedia({ colorScheme })
  await page.addInitScript({ path: axePath })
  return page
}

const open = async (page: Page, path: string, theme: string, more = '') => {
  await page.goto(`${inject('looksAppUrl')}${path}?theme=${theme}${more}`)
  await page.locator('.cl-rootBox > style').first().waitFor({ state: 'attached' })
}

const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

/** Texts that cannot be told from their ground. */
async function findFaintTexts(page: Page) {
  const results: AxeResults = await page.evaluate(() =>
    Object(window).axe.run(document, { runOnly: ['color-contrast'], resultTypes: ['violations'] }),
  )
  return results.violations.flatMap(({ nodes }) =>
    nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`),
  )
}

const submit = '.cl-formButtonPrimary'

const looks = [
  {
    theme: 'dark',
    effects: [
      ['.cl-card', 'background-color', 'rgb(33, 33, 38)'],
      [submit, 'background-color', 'rgb(255, 255, 255)'],
      [submit, 'color', 'rgb(0, 0, 0)'],
      ['.cl-formFieldInput', 'background-color', 'rgb(38, 38, 43)'],
    ],
  },
  {
    theme: 'shadesOfPurple',
    effects: [
      ['.cl-card', 'background-color', 'rgb(63, 60, 119)'],
      [submit, 'background-color', 'rgb(248, 216, 13)'],
      ['.cl-formFieldInput', 'color', 'rgb(161, 253, 254)'],
      // From the theme that this one is based on.
      ['.cl-formFieldInput', 'background-color', 'rgb(38, 38, 43)'],
      ['.cl-headerTitle', 'color', 'rgb(255, 255, 255)'],
    ],
  },
  {
    theme: 'neobrutalism',
    effects: [
      [submit, 'background-color', 'rgb(223, 27, 27)'],
      [submit, 'box-shadow', 'rgb(0, 0, 0) 3px 3px 0px 0px'],
      ['.cl-cardBox', 'border-top-width', '3px'],
      ['.cl-card', 'mask-image', 'none'],
      ['.cl-formFieldInput', 'border-top-color', 'rgb(0, 0, 0)'],
      ['.cl-footerActionLink', 'border-bottom-width', '3px'],
      ['.cl-headerTitle', 'font-weight', '700'],
    ],
  },
  {
    theme: 'shadcn',
    effects: [
      ['.cl-card', 'background-color', 'oklch(1 0 0)'],
      [submit, 'background-color', 'oklch(0.205 0 0)'],
      [submit, 'color', 'oklch(0.985 0 0)'],
      ['.cl-headerSubtitle', 'color', 'oklch(0.5 0 0)'],
    ],
  },
  {
    theme: 'shadcn',
    name: 'shadcn in its dark',
    more: '&class=dark',
    effects: [
      ['.cl-card', 'background-color', 'oklch(0.205 0 0)'],
      [submit, 'background-color', 'oklch(0.922 0 0)'],
      ['.cl-headerTitle', 'color', 'oklch(0.985 0 0)'],
    ],
  },
] as const

const cases = looks.flatMap((look) =>
  (['light', 'dark'] as const).map((scheme) => ({ more: '', name: look.theme, ...look, scheme })),
)

test.each(cases)('$name is worn as it is in the $scheme, and can be read', async (look) => {
  const page = await newPage(look.scheme)
  await open(page, '/sign-in', look.theme, look.more)
  await page.getByLabel('Email').waitFor()
  for (const [selector, property, expected] of look.effects)
    expect(await styleOf(page, selector, property), `${selector} ${property}`).toBe(expected)
  expect(await findFaintTexts(page)).toEqual([])
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.locator('.cl-formFieldErrorText .cl-icon').waitFor()
  expect(await findFaintTexts(page)).toEqual([])
})

test('the simple theme takes the notches and the shadow away', async () => {
  const page = await newPage()
  await page.goto(`${inject('looksAppUrl')}/sign-in`)
  await page.getByLabel('Email').waitFor()
  expect(await styleOf(page, '.cl-card', 'mask-image')).not.toBe('none')
  await page.goto(`${inject('looksAppUrl')}/sign-in?theme=experimental__simple`)
  await page.getByLabel('Email').waitFor()
  expect(await styleOf(page, '.cl-card', 'mask-image')).toBe('none')
  expect(await styleOf(page, '.cl-cardBox', 'box-shadow')).toBe('none')
})

test("shadcn's class names stand on the elements, for the style sheets that know them", async () => {
  const page = await newPage()
  await open(page, '/sign-in', 'shadcn')
  await page.locator('.cl-cardBox.shadow-sm.border .cl-formFieldInput.bg-transparent').first().waitFor()
})

test.each(['dark', 'shadesOfPurple', 'neobrutalism', 'shadcn', 'experimental__simple'])(
  '%s can be read in the profile',
  async (theme) => {
    const page = await newPage()
    await signInAsNew(page, `wears.${theme.toLowerCase()}`)
    for (const part of ['account', 'security']) {
      await page.goto(`${inject('looksAppUrl')}/profile?theme=${theme}#/${part}`)
      await page.locator('.cl-profileSectionTitleText').nth(2).waitFor()
      expect(await findFaintTexts(page), part).toEqual([])
    }
  },
)
