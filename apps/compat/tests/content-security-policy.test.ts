import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { signInAsNew } from './looks.ts'

const chromium = withChromium()

/** A page that keeps what its policy refused. */
async function watchedPage() {
  const page = await chromium.newPage()
  const refused: string[] = []
  await page.exposeFunction('keepRefused', (what: string) => refused.push(what))
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample, sourceFile }) =>
        Object(window).keepRefused(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile}`),
    )
  })
  return { page, refused }
}

const url = (path: string) => `${inject('looksAppUrl')}${path}`

async function cropPicture(page: Page) {
  await page.goto(url('/profile'))
  await page.getByRole('button', { name: 'Upload, Profile picture' }).waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'me.gif',
    mimeType: 'image/gif',
    buffer: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  })
}

test('a page whose policy refuses inline styles and scripts shows the policy at work', async () => {
  const { page, refused } = await watchedPage()
  await page.goto(url('/sign-in'))
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await expect.poll(() => refused.join()).toContain('style-src-attr')
})

test('signing in, the profile, its dialog, the QR code and the crop of a picture keep a strict policy', async () => {
  const { page, refused } = await watchedPage()
  await signInAsNew(page, 'strict.policy')

  await page.goto(url('/profile?theme=neobrutalism#/security'))
  await page.getByRole('button', { name: 'Add a second one' }).click()
  await page.getByRole('button', { name: /^Authenticator app/ }).click()
  await page.locator('svg.cl-qrCode').waitFor()

  await cropPicture(page)
  await page.getByRole('application', { name: 'Your picture' }).waitFor()

  await page.goto(url('/dialogs?theme=dark'))
  await page.getByRole('button', { name: 'Open the profile' }).click()
  await page.getByRole('dialog').getByRole('heading', { name: 'Profile', exact: true }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  expect(refused).toEqual([])
})

test('the dialog for signing in keeps a strict policy, locks the page behind it, and wears the theme', async () => {
  const { page, refused } = await watchedPage()
  await page.goto(url('/dialogs?theme=dark'))
  await page.getByRole('button', { name: 'Open the dialog' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Email').waitFor()
  await expect
    .poll(() => dialog.locator('.cl-card').evaluate((card) => getComputedStyle(card).backgroundColor))
    .toBe('rgb(33, 33, 38)')
  expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toContain('hidden')
  expect(refused).toEqual([])
})
