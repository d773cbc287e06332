import { test as base, expect, type Page } from '@playwright/test'

export type Person = {
  emailAddress: string
  password: string
  page: Page
  /** Reads the newest code that arrived at an address. */
  readCode: (emailAddress: string) => Promise<string>
  signUp: () => Promise<void>
  signIn: (page?: Page) => Promise<void>
}

/** `test` with a person who has an address, a password and an inbox, and no account yet. */
export const test = base.extend<{ person: Person }>({
  person: async ({ page, request }, use, { config, testId }) => {
    const emailAddress = `ada.${testId.slice(-12)}@example.com`
    const readCode = (address: string) => readNewestCode(request, config.metadata.inboxUrl, address)
    const person: Person = {
      emailAddress,
      password: 'correct horse battery staple',
      page,
      readCode,
      async signUp() {
        await page.goto('/sign-up')
        await page.getByLabel('Email').fill(emailAddress)
        await page.getByLabel('Password', { exact: true }).fill(person.password)
        await page.getByRole('button', { name: 'Create account' }).click()
        await page.getByLabel('6-digit code').pressSequentially(await readCode(emailAddress))
        await expectSignedIn(page)
      },
      async signIn(on = page) {
        await on.goto('/sign-in')
        await on.getByLabel('Email').fill(emailAddress)
        await on.getByLabel('Password', { exact: true }).fill(person.password)
        await on.getByRole('button', { name: 'Continue', exact: true }).click()
        await expectSignedIn(on)
      },
    }
    await use(person)
  },
})

export const expectSignedIn = (page: Page) => expect(page.getByText('Signed in on this device')).toBeVisible()

type Inbox = { get: (url: string) => Promise<{ json: () => Promise<{ to: string; code: string | null }[]> }> }

async function readNewestCode(request: Inbox, url: string, address: string): Promise<string> {
  let code: string | null | undefined
  await expect(async () => {
    const messages = await (await request.get(url)).json()
    code = messages.find((message) => message.to === address && message.code)?.code
    expect(code).toBeTruthy()
  }).toPass({ timeout: 5_000 })
  return code ?? ''
}
