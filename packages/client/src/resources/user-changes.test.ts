import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ada, openWorld, type World } from '../../tests/page.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({
    settings: { username: { enabled: true, required: false, usedForFirstFactor: true } },
  })
})
afterEach(() => world.close())

const params = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  username: 'ada_lovelace',
  unsafeMetadata: { theme: 'dark' as const, layout: { left: 1 } },
}

test('a change of the profile is shown before the server has answered, and stays', async () => {
  const page = world.open()
  await world.signUp(page)
  const before = page.clerk.user
  const told = vi.fn()
  page.clerk.addListener(told)
  const saved = page.clerk.user!.update(params)
  expect(page.clerk.user).not.toBe(before)
  expect(page.clerk.user).toMatchObject({ ...params, fullName: 'Ada Lovelace' })
  expect(page.clerk.session?.publicUserData).toMatchObject({ firstName: 'Ada', username: 'ada_lovelace' })
  expect((await saved).firstName).toBe('Ada')
  expect(page.clerk.user).toMatchObject(params)
  expect(told).toHaveBeenCalled()
})

test('a password changes and goes with an update of the profile', async () => {
  const page = world.open()
  await world.signUp(page)
  const [password, currentPassword] = ['another long password', ada.password]
  await page.clerk.user!.update({ firstName: 'Ada', password, currentPassword })
  expect(page.clerk.user?.firstName).toBe('Ada')
  const wrong = page.clerk.user!.update({ password: '', currentPassword })
  await expect(wrong).rejects.toMatchObject({ errors: [{ meta: { paramName: 'current_password' } }] })
  expect(page.clerk.user?.passwordEnabled).toBe(true)
})

test('a change that is refused goes back, with the words of the server', async () => {
  const page = world.open()
  await world.signUp(page)
  await page.clerk.user!.update({ firstName: 'Ada' })
  const refused = page.clerk.user!.update({ firstName: 'Eve', lastName: 'a'.repeat(300) })
  expect(page.clerk.user?.firstName).toBe('Eve')
  await expect(refused).rejects.toMatchObject({ errors: [{ code: 'form_param_max_length_exceeded' }] })
  expect(page.clerk.user).toMatchObject({ firstName: 'Ada', lastName: null })
  expect(page.clerk.session?.publicUserData.firstName).toBe('Ada')
})

test('a change that finds no network goes back', async () => {
  const page = world.open()
  await world.signUp(page)
  page.network.answer = 'none'
  const lost = page.clerk.user!.update({ firstName: 'Eve' })
  expect(page.clerk.user?.firstName).toBe('Eve')
  await expect(lost).rejects.toMatchObject({ code: 'network_error' })
  expect(page.clerk.user?.firstName).toBeNull()
})

test('what arrives while a change is under way does not hide it, and is not lost when it goes back', async () => {
  const page = world.open()
  await world.signUp(page)
  let answer = () => {}
  page.network.hold = new Promise<void>((resolve) => {
    answer = resolve
  })
  const refused = page.clerk.user!.update({ firstName: 'Eve', lastName: 'a'.repeat(300) })
  const gone = expect(refused).rejects.toThrow()
  page.network.hold = null
  await page.browser.patch('/v1/me', { username: 'from_elsewhere' })
  await page.clerk.client!.reload()
  expect(page.clerk.user).toMatchObject({ firstName: 'Eve', username: 'from_elsewhere' })
  answer()
  await gone
  expect(page.clerk.user).toMatchObject({ firstName: null, username: 'from_elsewhere' })
})

test('two changes at once are both shown, and one that is refused takes only itself back', async () => {
  const page = world.open()
  await world.signUp(page)
  const user = page.clerk.user!
  const first = user.update({ firstName: 'Ada' })
  const second = user.update({ username: '!' })
  expect(page.clerk.user).toMatchObject({ firstName: 'Ada', username: '!' })
  await Promise.all([first, expect(second).rejects.toThrow()])
  expect(page.clerk.user).toMatchObject({ firstName: 'Ada', username: null })
})

test('metadata is merged at once as the server merges it, and a field that the user has not is not made up', async () => {
  const page = world.open()
  await world.signUp(page)
  await page.clerk.user!.update({ unsafeMetadata: { kept: 1, gone: 2, layout: { left: 1, right: 2 } } })
  const patch = { gone: null, layout: { right: 3, top: { a: null, b: 4 } }, list: [1] }
  const saved = page.clerk.user!.updateMetadata({ unsafeMetadata: patch })
  const shown = page.clerk.user!.unsafeMetadata
  expect(shown).toEqual({ kept: 1, layout: { left: 1, right: 3, top: { b: 4 } }, list: [1] })
  expect((await saved).unsafeMetadata).toEqual(shown)
  const odd = { password: 'secret', firstName: undefined } as object
  const asked = page.clerk.user!.update(odd)
  expect(JSON.stringify(page.clerk.user)).not.toContain('secret')
  await asked.catch(() => {})
})

test('another address is the primary one at once', async () => {
  const page = world.open()
  await world.signUp(page)
  const added = await page.clerk.user!.createEmailAddress({ email: 'countess@example.com' })
  const refused = page.clerk.user!.update({ primaryEmailAddressId: added.id })
  expect(page.clerk.user?.primaryEmailAddress?.emailAddress).toBe('countess@example.com')
  await expect(refused).rejects.toThrow()
  expect(page.clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
})
