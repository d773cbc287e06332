import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../tests/page.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({
    settings: {
      secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: true, required: true },
    },
  })
})
afterEach(() => world.close())

const tasksPage = '/sign-in#/tasks/setup-mfa'

test('a session that waits is there, and nobody is signed in by it', async () => {
  const page = world.open()
  await world.signUp(page)
  expect(page.clerk.session).toMatchObject({ status: 'pending', currentTask: { key: 'setup-mfa' } })
  expect(page.clerk.isSignedIn).toBe(false)
  expect(page.clerk.buildTasksUrl()).toBe(tasksPage)
  await page.clerk.redirectToTasks()
  expect(page.went).toEqual([tasksPage])
})

test('who is done is signed in, and has no tasks to go to', async () => {
  const page = world.open()
  await world.signUp(page)
  const { secret } = await page.clerk.user!.createTOTP()
  await page.clerk.user!.verifyTOTP({ code: await world.server.authenticator(secret ?? '') })
  expect(page.clerk.session).toMatchObject({ status: 'active', tasks: null })
  expect(page.clerk.session?.currentTask).toBeUndefined()
  expect(page.clerk.isSignedIn).toBe(true)
  expect(page.clerk.buildTasksUrl()).toBe('')
  await page.clerk.redirectToTasks()
  expect(page.went).toEqual([])
})

test('whoever is led on goes first to what the session waits for, and from there on', async () => {
  const page = world.open()
  const session = await world.complete(page)
  await page.clerk.setActive({ session, redirectUrl: '/app' })
  expect(page.went).toEqual(['/sign-in?redirect_url=%2Fapp#/tasks/setup-mfa'])
})

test('an app goes on as it likes, and is told of the task', async () => {
  const page = world.open()
  const session = await world.complete(page)
  const told: unknown[] = []
  await page.clerk.setActive({ session, navigate: (given) => told.push(given.session.currentTask) })
  expect(told).toEqual([{ key: 'setup-mfa' }])
  await page.clerk.setActive({ session: null, navigate: () => told.push('nobody') })
  expect(told).toHaveLength(1)
})

test('an app that has a page for the task is led there, whatever else it says', async () => {
  const page = world.open(undefined, { taskUrls: { 'setup-mfa': '/onboarding/mfa' } })
  const session = await world.complete(page)
  await page.clerk.setActive({ session, navigate: () => expect.unreachable() })
  expect(page.went).toEqual(['/onboarding/mfa'])
  expect(page.clerk.buildTasksUrl()).toBe('/onboarding/mfa')
})
