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

test('the profile speaks the language, from right to left where that is how the page runs', async () => {
  const page = await chromium.newPage()
  await signInAsNew(page, 'speaks.many')
  await page.setViewportSize({ width: 320, height: 800 })
  for (const [name, dir] of [
    ['arSA', 'rtl'],
    ['heIL', 'rtl'],
    ['faIR', 'rtl'],
    ['deDE', 'ltr'],
    ['jaJP', 'ltr'],
  ] as const) {
    for (const part of ['account', 'security']) {
      await page.goto(`${inject('looksAppUrl')}/profile?language=${name}&dir=${dir}#/${part}`)
      await page.locator('.cl-profileSectionTitleText').nth(2).waitFor()
      expect(await countTaken(page, textsOf(name)), name).toBeGreaterThan(4)
      expect(await isOverflowing(page), name).toBe(false)
    }
    const [title, card] = [page.locator('.cl-pageTitle'), page.locator('.cl-pageScrollBox')]
    const edges = await Promise.all([title.boundingBox(), card.boundingBox()])
    expect(edges[0]?.x ?? 0).toBeGreaterThanOrEqual(edges[1]?.x ?? 0)
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe(dir)
  }
})
