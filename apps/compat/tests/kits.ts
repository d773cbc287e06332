import type { Page } from 'playwright'
import { inject } from 'vitest'

/** The words by which a person finds their way on the prebuilt screens of each kit. */
export const kits = [
  {
    kit: 'the unmodified clients',
    appUrl: () => inject('appUrl'),
    emailLabel: 'Email address',
    onTheWaitlist: /Thanks for joining/,
    anyIdentifierLabel: /Email address/,
    codeLabel: 'Enter verification code',
    createButton: 'Continue',
    hasPasswordAtOnce: false,
    openAccounts: (page: Page) => page.getByRole('button', { name: 'Open user menu' }).click(),
    /** Goes on with another account where one of several was signed out. */
    goOnAs: async (page: Page, emailAddress: string) => {
      await page.getByRole('heading', { name: 'Choose an account' }).waitFor()
      await page.getByRole('button', { name: emailAddress }).click()
      await page.getByLabel('Email').filter({ hasText: emailAddress }).waitFor()
    },
    secondButton: 'Continue',
    actingAs: (emailAddress: string) => `Signed in as ${emailAddress}`,
    stopActing: async (page: Page) => {
      const notice = page.locator('.cl-impersonationFab')
      await notice.hover()
      await notice.getByText('Sign out').click()
    },
    /** Waits for the page that waits for a link; the real clients load it anew and ask for a link there once more. */
    untilLinkIsAwaited: async (page: Page) => {
      await page.waitForURL(/factor-one|verify-email/, { waitUntil: 'commit' })
      await page.waitForResponse(/\/prepare_/)
    },
    forgetPassword: async (page: Page, identifier: string) => {
      await page.goto(`${inject('appUrl')}/sign-in`)
      await page.getByLabel('Email address').fill(identifier)
      await page.getByRole('button', { name: 'Continue', exact: true }).click()
      await page.getByText('Forgot password?').click()
      await page.getByRole('button', { name: 'Reset your password' }).click()
    },
    setNewPassword: async (page: Page, password: string) => {
      await page.getByLabel('New password').fill(password)
      await page.getByLabel('Confirm password').fill(password)
      await page.getByRole('button', { name: 'Reset Password' }).click()
    },
    /** Signs in with a code by mail where the password comes first, up to the page that asks for the code. */
    signInByCode: async (page: Page, identifier: string) => {
      await page.goto(`${inject('appUrl')}/sign-in`)
      await page.getByLabel('Email address').fill(identifier)
      await page.getByRole('button', { name: 'Continue', exact: true }).click()
      await page.getByText('Use another method').click()
      await page.getByRole('button', { name: /^Email code/ }).click()
    },
    resetPasswordTask: {
      title: 'Reset your password',
      choose: async (page: Page, password: string) => {
        await page.getByLabel('New password').fill(password)
        await page.getByLabel('Confirm password').fill(password)
        await page.getByRole('button', { name: 'Reset Password' }).click()
      },
    },
    setupMfaTask: {
      codeLabel: 'Verification code',
      /** Chooses the authenticator app, up to the field for its code; gives its key. */
      begin: async (page: Page) => {
        await page.getByRole('button', { name: 'Authenticator application' }).click()
        await page.getByRole('button', { name: "Can't scan QR code?" }).click()
        const secret = await page.getByRole('textbox').first().inputValue()
        await page.getByRole('button', { name: 'Continue', exact: true }).click()
        return secret
      },
      finish: async (page: Page) => {
        await page.getByText('Save these backup codes').waitFor()
        await page.getByRole('button', { name: 'Continue', exact: true }).click()
      },
    },
    openSecurity: (page: Page) => page.goto(`${inject('appUrl')}/profile/security`),
    addPasskey: (page: Page) => page.getByRole('button', { name: 'Add a passkey' }).click(),
    passkeyMenu: (page: Page) =>
      page.getByText('Created:').locator('xpath=ancestor::*[.//button][1]').getByRole('button'),
    passkeyNameLabel: 'Name of passkey',
    usePasskey: 'Use passkey instead',
    verifyButton: 'Continue',
    proveWithPasskey: (page: Page) =>
      page.getByRole('dialog').getByRole('button', { name: 'Use your passkey' }).click(),
    addEmail: async (page: Page, emailAddress: string) => {
      await page.getByRole('button', { name: 'Add email address' }).click()
      await page.getByLabel('Email address').fill(emailAddress)
      await page.getByRole('button', { name: 'Add', exact: true }).click()
    },
    makePrimary: async (page: Page, emailAddress: string) => {
      const row = page.locator('.cl-profileSectionItem__emailAddresses', { hasText: emailAddress })
      await row.getByRole('button', { name: 'Open menu' }).click()
      await page.getByRole('menuitem', { name: 'Set as primary' }).click()
    },
    deleteAccount: async (page: Page) => {
      await page.getByRole('button', { name: 'Delete account' }).click()
      await page.getByPlaceholder('Delete account').fill('Delete account')
      await page.getByRole('button', { name: 'Delete account' }).last().click()
    },
    removeEmail: async (page: Page, emailAddress: string) => {
      const row = page.locator('.cl-profileSectionItem__emailAddresses', { hasText: emailAddress })
      await row.getByRole('button', { name: 'Open menu' }).click()
      await page.getByRole('menuitem', { name: 'Remove email' }).click()
      await page.getByRole('button', { name: 'Remove', exact: true }).click()
    },
    addPhone: async (page: Page, number: string) => {
      await page.getByRole('button', { name: 'Add phone number' }).click()
      await page.getByLabel('Phone number').last().fill(number)
      await page.getByRole('button', { name: 'Add', exact: true }).click()
    },
    connectAccount: async (page: Page, provider: string) => {
      await page.getByRole('button', { name: 'Connect account' }).click()
      await page.getByRole('menuitem', { name: new RegExp(provider) }).click()
    },
    disconnectAccount: async (page: Page, provider: string) => {
      const row = page.locator('.cl-profileSectionItem__connectedAccounts').filter({ hasText: provider })
      await row.getByRole('button').last().click()
      await page.getByRole('menuitem', { name: 'Remove' }).click()
      await page.getByRole('button', { name: 'Remove', exact: true }).click()
    },
    setUsername: async (page: Page, username: string) => {
      await page.getByRole('button', { name: 'Set username' }).click()
      await page.getByLabel('Username').fill(username)
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText(username, { exact: true }).waitFor()
    },
  },
  {
    kit: "Usher's kit",
    appUrl: () => inject('usherAppUrl'),
    emailLabel: 'Email',
    onTheWaitlist: 'You are on the list',
    anyIdentifierLabel: /^Email, phone number or username/,
    codeLabel: '6-digit code',
    createButton: 'Create account',
    hasPasswordAtOnce: true,
    openAccounts: (page: Page) => page.getByRole('button', { name: /^Account: / }).click(),
    goOnAs: async (page: Page, emailAddress: string) => {
      await page.getByRole('heading', { name: 'Choose an account' }).waitFor()
      await page.getByRole('button', { name: emailAddress }).click()
      await page.getByLabel('Email').filter({ hasText: emailAddress }).waitFor()
      await page.goto(`${new URL(page.url()).origin}/accounts`)
      await page.getByLabel('Active').filter({ hasText: emailAddress }).waitFor()
    },
    secondButton: 'Verify',
    actingAs: (emailAddress: string) => `You act as ${emailAddress}`,
    stopActing: (page: Page) => page.getByRole('button', { name: 'Stop' }).click(),
    untilLinkIsAwaited: (page: Page) => page.getByRole('heading', { name: 'Check your email' }).waitFor(),
    forgetPassword: async (page: Page, identifier: string) => {
      await page.goto(`${inject('usherAppUrl')}/sign-in`)
      await page.getByLabel('Email').fill(identifier)
      await page.getByRole('button', { name: 'Forgot password?' }).click()
      await page.getByRole('button', { name: 'Send a code' }).click()
    },
    setNewPassword: async (page: Page, password: string) => {
      await page.getByLabel('New password').fill(password)
      await page.getByRole('button', { name: 'Set password' }).click()
    },
    signInByCode: async (page: Page, identifier: string) => {
      await page.goto(`${inject('usherAppUrl')}/sign-in`)
      await page.getByLabel('Email').fill(identifier)
      await page.getByRole('button', { name: 'Continue', exact: true }).click()
      await page.getByText('Use another method').click()
      await page.getByRole('button', { name: /^Email a code/ }).click()
    },
    resetPasswordTask: {
      title: 'Choose a new password',
      choose: async (page: Page, password: string) => {
        await page.getByLabel('New password').fill(password)
        await page.getByRole('button', { name: 'Save and continue' }).click()
      },
    },
    setupMfaTask: {
      codeLabel: /Type the code that the app shows/,
      begin: async (page: Page) => {
        await page.getByRole('button', { name: 'Authenticator app' }).click()
        return ((await page.locator('.cl-secret bdi').first().textContent()) ?? '').replaceAll(' ', '')
      },
      finish: async (page: Page) => {
        await page.getByLabel('I saved these codes').check()
        await page.getByRole('button', { name: 'Done' }).click()
      },
    },
    openSecurity: (page: Page) => page.goto(`${inject('usherAppUrl')}/profile#/security`),
    addPasskey: async (page: Page) => {
      const section = page.getByRole('region', { name: 'Passkeys' })
      await section.getByRole('button', { name: 'Add one' }).click()
    },
    passkeyMenu: (page: Page) =>
      page.getByRole('region', { name: 'Passkeys' }).getByRole('button', { name: /^Actions for/ }),
    passkeyNameLabel: 'Name',
    usePasskey: 'Use a passkey instead',
    verifyButton: 'Verify',
    proveWithPasskey: async (page: Page) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Use another method' }).click()
      await dialog.getByRole('button', { name: 'Passkey' }).click()
    },
    addEmail: async (page: Page, emailAddress: string) => {
      await page.getByRole('button', { name: 'Add email' }).click()
      await page.getByRole('textbox', { name: 'Email' }).fill(emailAddress)
      await page.getByRole('button', { name: 'Send code' }).click()
    },
    makePrimary: async (page: Page, emailAddress: string) => {
      await page.getByRole('button', { name: `Actions for ${emailAddress}` }).click()
      await page.getByRole('menuitem', { name: 'Make primary' }).click()
    },
    deleteAccount: async (page: Page) => {
      await page.getByRole('button', { name: 'Delete account' }).click()
      await page.getByRole('textbox').fill('Delete account')
      await page.getByRole('button', { name: 'Delete account' }).last().click()
    },
    removeEmail: async (page: Page, emailAddress: string) => {
      await page.getByRole('button', { name: `Actions for ${emailAddress}` }).click()
      await page.getByRole('menuitem', { name: 'Remove' }).click()
      await page.getByRole('button', { name: 'Remove email' }).click()
    },
    addPhone: async (page: Page, number: string) => {
      await page.getByRole('button', { name: 'Add one' }).click()
      await page.getByRole('textbox', { name: 'Phone number' }).fill(number)
      await page.getByRole('button', { name: 'Send code' }).click()
    },
    connectAccount: async (page: Page, provider: string) => {
      await page.getByRole('button', { name: 'Connect one' }).click()
      await page.getByRole('button', { name: provider, exact: true }).click()
    },
    disconnectAccount: async (page: Page, provider: string) => {
      await page.getByRole('button', { name: `Actions for ${provider}` }).click()
      await page.getByRole('menuitem', { name: 'Disconnect' }).click()
      await page.getByRole('button', { name: 'Disconnect', exact: true }).click()
    },
    setUsername: async (page: Page, username: string) => {
      await page.getByRole('button', { name: 'Set, Username' }).click()
      await page.getByRole('textbox', { name: 'Username' }).fill(username)
      await page.getByText(`${username} is free.`).first().waitFor()
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText(username, { exact: true }).waitFor()
    },
  },
]

export type Kit = (typeof kits)[number]

/** Signs in on the prebuilt screen with a password. */
export async function signIn(page: Page, kit: Kit, account: { identifier: string; password: string }) {
  await submitPassword(page, kit, account)
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
}

/** The same up to what comes after the password. */
export async function submitPassword(
  page: Page,
  kit: Kit,
  account: { identifier: string; password: string },
) {
  const next = page.getByRole('button', { name: 'Continue', exact: true })
  await page.goto(`${kit.appUrl()}/sign-in`)
  await page.getByLabel(kit.emailLabel).fill(account.identifier)
  if (!kit.hasPasswordAtOnce) await next.click()
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await next.click()
}

/** Signs up on the prebuilt screen, up to the page that asks for the code. */
export async function beginSignUp(page: Page, kit: Kit, account: { emailAddress: string; password: string }) {
  await page.goto(`${kit.appUrl()}/sign-up`)
  await page.getByLabel(kit.emailLabel).fill(account.emailAddress)
  const password = page.getByLabel('Password', { exact: true })
  await password.fill(account.password)
  // Not the button: what the real clients say of the password when it is left moves it away from under the pointer.
  await password.press('Enter')
  await page.getByLabel(kit.codeLabel).waitFor()
}
