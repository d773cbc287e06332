import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../tests/world.tsx'
import { type UseWaitlistReturn, useWaitlist } from './use-waitlist.ts'

let world: World
let form: UseWaitlistReturn

function Form() {
  form = useWaitlist()
  return null
}

beforeEach(async () => {
  world = await openWorld({ signUpMode: 'waitlist' })
})
afterEach(() => world.close())

test('somebody waits for an invitation, after an address that is none', async () => {
  await world.open().show(<Form />)
  expect(form).toMatchObject({ waitlist: { id: undefined }, fetchStatus: 'idle' })
  await act(() => form.waitlist.join({ emailAddress: 'no address' }))
  expect(form.errors.fields.emailAddress?.code).toBe('form_param_format_invalid')
  await act(() => form.waitlist.join({ emailAddress: 'ada@example.com' }))
  expect(form.errors.raw).toBeNull()
  const waiting = await world.server.deps.db.selectFrom('waitlist_entries').selectAll().execute()
  expect(waiting).toMatchObject([{ id: form.waitlist.id, email_address: 'ada@example.com' }])
})

test('a server that cannot be reached is told', async () => {
  const page = world.open()
  await page.show(<Form />)
  page.network.answer = 'none'
  await act(() => form.waitlist.join({ emailAddress: 'ada@example.com' }))
  expect(form.errors.global?.[0]?.code).toBe('network_error')
})
