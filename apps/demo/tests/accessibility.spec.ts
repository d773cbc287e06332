import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import { test } from './person.ts'

const axe = createRequire(import.meta.url).resolve('axe-core')

test('axe finds nothing on any page of the demo, and none is wider than its screen', async ({ person }) => {
  const { page } = person
  for (const path of ['/', '/sign-in', '/sign-up']) await expectNothing(page, path)
  await person.signUp()
  for (const path of ['/', '/profile', '/profile#/security', '/sessions', '/custom'])
    await expectNothing(page, path)
})

test('with the colours of the system every button and field keeps an edge', async ({ person }) => {
  const { page } = person
  await page.emulateMedia({ forcedColors: 'active' })
  for (const path of ['/sign-in', '/sign-up']) await expectEdges(page, path)
  await person.signUp()
  for (const path of ['/profile', '/profile#/security']) await expectEdges(page, path)
})

/** Links that look like text have their underline or colour instead. */
async function expectEdges(page: Page, path: string) {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  const controls = page.locator('[class*="cl-rootBox"] :is(button, input):not([type="hidden"]):visible')
  const bare = await controls.evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(element)
        const isLink = element.matches('[data-variant="link"]')
        return !isLink && borderTopWidth === '0px' && borderTopStyle !== 'solid' && outlineStyle === 'none'
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 160)),
  )
  expect(bare, path).toEqual([])
}

async function expectNothing(page: Page, path: string) {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.addScriptTag({ path: axe })
  const findings = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
  })
  expect(findings, path).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `width of ${path}`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}
