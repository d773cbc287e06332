import { expect, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { beginSignUp, kits } from './kits.ts'

const chromium = withChromium()

test.each(kits)('a person has a picture, from a file and from a text, with $kit', async (kit) => {
  const page = await chromium.newPage()
  const emailAddress = `picture.${kit.codeLabel.length}@example.com`
  await beginSignUp(page, kit, { emailAddress, password: 'correct horse battery staple' })
  await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(emailAddress))
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()

  const picture = page.getByRole('img', { name: 'You' })
  const widthOf = () =>
    picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
  await expect.poll(widthOf).toBe(256)
  const seen = new Set<string | null>()
  for (const what of ['Send a file', 'Send a text']) {
    await page.getByRole('button', { name: what }).click()
    await page.locator('img[data-own=true][src*="/v1/images/img_"]').waitFor()
    await expect.poll(() => picture.getAttribute('src').then((src) => !seen.has(src))).toBe(true)
    expect(await widthOf()).toBe(30)
    seen.add(await picture.getAttribute('src'))
  }
  await page.getByRole('button', { name: 'Remove picture' }).click()
  await page.locator('img[data-own=false]').waitFor()
  await expect.poll(widthOf).toBe(256)
})
