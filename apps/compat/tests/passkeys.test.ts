import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { addAuthenticator } from './authenticator.ts'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { beginSignUp, type Kit, kits } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

async function signOut(page: Page, kit: Kit) {
  await page.goto(kit.appUrl())
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('Signed out').waitFor()
}

test.each(kits)(
  'a person adds a passkey, signs in with it, renames and removes it, with $kit',
  async (kit) => {
    const serverUrl = inject('passkeysServerUrl')
    const page = await chromium.newPage(serverUrl)
    const device = await addAuthenticator(page)
    const emailAddress = `passkey.${kit.codeLabel.length}@example.com`
    const home = page.getByRole('heading', { name: 'Signed in' })
    await beginSignUp(page, kit, { emailAddress, password })
    await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(emailAddress, serverUrl))
    await home.waitFor()

    await kit.openSecurity(page)
    await kit.addPasskey(page)
    await kit.passkeyMenu(page).waitFor()
    expect(await device.passkeys()).toBe(1)

    await signOut(page, kit)
    await page.goto(`${kit.appUrl()}/sign-in`)
    // The field offers the passkey, and the person picks it.
    await home.waitFor()

    await signOut(page, kit)
    // In a browser whose fields offer nothing there is a button.
    await page.evaluate(() => sessionStorage.setItem('offers', 'nothing'))
    await page.goto(`${kit.appUrl()}/sign-in`)
    await page.getByText(kit.usePasskey).click()
    await home.waitFor()

    await kit.openSecurity(page)
    await kit.passkeyMenu(page).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: kit.passkeyNameLabel }).fill('Blue key')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Blue key').first().waitFor()
    await kit.passkeyMenu(page).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await kit.passkeyMenu(page).waitFor({ state: 'detached' })
  },
)
