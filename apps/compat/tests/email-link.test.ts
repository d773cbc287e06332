import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readLink } from './inbox.ts'
import { type Kit, kits } from './kits.ts'

const chromium = withChromium()

/** A page of a new browser whose application talks to the server that knows links alone. */
async function openPage(): Promise<Page> {
  const page = await chromium.newPage(inject('linksServerUrl'))
  page.setDefaultTimeout(20_000)
  return page
}

const isSignedIn = (page: Page) => page.getByRole('heading', { name: 'Signed in' }).waitFor()

async function askFor(page: Page, kit: Kit, emailAddress: string, at: 'sign-up' | 'sign-in') {
  await page.goto(`${kit.appUrl()}/${at}`)
  await page.getByLabel(kit.emailLabel).fill(emailAddress)
  const name = at === 'sign-up' ? kit.createButton : 'Continue'
  await page.getByRole('button', { name, exact: true }).click()
  await kit.untilLinkIsAwaited(page)
}

test.each(kits)(
  'a person signs up by link in another tab, and in by a link that is opened on a phone, with $kit',
  async (kit) => {
    const emailAddress = `link.${kit.codeLabel.length}@example.com`
    const desk = await openPage()
    await askFor(desk, kit, emailAddress, 'sign-up')
    const tab = await desk.context().newPage()
    const first = await readLink(emailAddress, inject('linksServerUrl'))
    await tab.goto(first)
    await isSignedIn(tab)

    const other = await openPage()
    await askFor(other, kit, emailAddress, 'sign-in')
    await expect.poll(() => readLink(emailAddress, inject('linksServerUrl'))).not.toBe(first)
    const phone = await openPage()
    await phone.goto(await readLink(emailAddress, inject('linksServerUrl')))
    await phone.getByRole('button', { name: 'Yes, it was me' }).click()
    await isSignedIn(other)
    await phone.goto(kit.appUrl())
    await phone.getByText('Signed out').waitFor()
  },
  180_000,
)
