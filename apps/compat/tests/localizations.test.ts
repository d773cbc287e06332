import * as localizations from '@clerk/localizations'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { signInAsNew } from './looks.ts'

const chromium = withChromium()

type Texts = { [key: string]: string | Texts | undefined }
const languages = Object.entries(localizations) as unknown as [name: string, texts: Texts][]

const textsOf = (name: string) => languages.find(([other]) => other === name)?.[1] ?? {}

const textAt = (texts: Texts, path: string) =>
  path
    .split('.')
    .reduce<string | Texts | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), texts)

/** What stands on the page, by the key of its text. */
const readTexts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-localization-key]')].map((element): [string, string] => [
      element.getAttribute('data-localization-key') ?? '',
      element.textContent ?? '',
    ]),
  )

const isOverflowing = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** How many texts of the page are those of a language; fails on one that the language has and the page has not. */
async function countTaken(page: Page, texts: Texts): Promise<number> {
  const taken = (await readTexts(page)).flatMap(([key, seen]) => {
    const own = textAt(texts, key)
    if (typeof own !== 'string') return []
    const written = own.replace(/<\/?bold>/g, '').split(/\{\{.*?\}\}/)
    for (const piece of written) expect(seen, key).toContain(piece)
    return [key]
  })
  return taken.length
}

test('the package has the languages that it had, so that each of them is tried', () => {
  expect(languages.length).toBeGreaterThanOrEqual(50)
})

test.each(languages)('%s is taken as it is for signing in and up', async (name, texts) => {
  const page = await chromium.newPage()
  const failures: Error[] = []
  page.on('pageerror', (error) => failures.push(error))
  await page.setViewportSize({ width: 320, height: 800 })
  for (const [path, atLeast] of [
    ['/sign-in', 4],
    ['/sign-up', 4],
  ] as const) {
    await page.goto(`${inject('looksAppUrl')}${path}?language=${name}`)
    await page.locator('.cl-formButtonPrimary').waitFor()
    expect(await countTaken(page, texts), path).toBeGreaterThanOrEqual(atLeast)
    expect(await isOverflowing(page), `${path} is wider than the screen`).toBe(false)
  }
  expect(failures).toEqual([])
  await page.context().close()
})

test.each([
  ['arSA', 'rtl'],
  ['heIL', 'rtl'],
  ['faIR', 'rtl'],
  ['deDE', 'ltr'],
  ['jaJP', 'ltr'],
] as const)('the profile speaks %s on a page that runs %s', async (name, dir) => {
  const page = await chromium.newPage()
  await signInAsNew(page, `speaks.${name.toLowerCase()}`)
  await page.setViewportSize({ width: 320, height: 800 })
  for (const part of ['account', 'security']) {
    await page.goto(`${inject('looksAppUrl')}/profile?language=${name}&dir=${dir}#/${part}`)
    await page.locator('.cl-profileSectionTitleText').nth(2).waitFor()
    expect(await countTaken(page, textsOf(name)), part).toBeGreaterThan(4)
    expect(await isOverflowing(page), part).toBe(false)
  }
  // The rail lies beside the page on a wide screen, on the side where a line begins.
  await page.setViewportSize({ width: 1280, height: 800 })
  const [rail, body] = await Promise.all([
    page.locator('.cl-navbar').boundingBox(),
    page.locator('.cl-pageScrollBox').boundingBox(),
  ])
  expect((rail?.x ?? 0) > (body?.x ?? 0)).toBe(dir === 'rtl')
})
