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
