import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../tests/world.tsx'
import { useAuth } from '../hooks/use-auth.ts'
import { RedirectToTasks } from './redirect-to-tasks.tsx'
import { Show } from './show.tsx'

let world: World
beforeEach(async () => {
  const secondFactors = { authenticatorApp: true, phoneCode: false, backupCode: false, required: true }
  world = await openWorld({ secondFactors })
})
afterEach(() => world.close())

const Both = ({ treatPendingAsSignedOut = true }) => {
  const { userId } = useAuth({ treatPendingAsSignedOut })
  return (
    <>
      <Show when="signed-in" fallback="out" treatPendingAsSignedOut={treatPendingAsSignedOut}>
        in
      </Show>{' '}
      {userId ? 'somebody' : 'nobody'}
    </>
  )
}

type Drawn = (string | null | undefined)[]

function Watch({ drawn }: { drawn: Drawn }) {
  drawn.push(useAuth().userId, useAuth({ treatPendingAsSignedOut: false }).userId)
  return null
}

test('whoever has something to do first counts as signed out, unless the app says otherwise', async () => {
  await world.signIn()
  const page = world.open()
  const shown = await page.show(<Both />)
  expect(screen.getByText('out nobody')).toBeTruthy()
  shown.rerender(page.around(<Both treatPendingAsSignedOut={false} />))
  expect(screen.getByText('in somebody')).toBeTruthy()
})

test('a server that rendered the page says the same', async () => {
  const { id, user } = await world.signIn()
  const page = world.open()
  const sessionClaims = { sid: id, sub: user.id, iat: 0, exp: 0, iss: '', sts: 'pending' }
  const drawn: Drawn = []
  await page.show(<Watch drawn={drawn} />, {
    initialState: { userId: user.id, sessionId: id, sessionClaims },
  })
  expect(drawn.slice(0, 2)).toEqual([null, user.id])
})

test('a guard leads to the page of the task', async () => {
  await world.signIn()
  const page = world.open({ taskUrls: { 'setup-mfa': '/onboarding/mfa' } })
  await page.clerk.load()
  await page.show(<RedirectToTasks />)
  expect(page.went[0]).toBe('/onboarding/mfa')
})
