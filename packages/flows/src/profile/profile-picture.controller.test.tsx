import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PictureSection } from '../../tests/about-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

// One pixel.
const base64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
const picture = (content: BlobPart = bytes, type = 'image/png') => new File([content], 'me.png', { type })

let world: World

beforeEach(async () => {
  URL.createObjectURL = () => 'blob:shown-at-once'
  URL.revokeObjectURL = () => {}
  world = await openWorld()
  await world.signIn(ada)
})
afterEach(() => world.close())

async function begin(cut: Blob = picture()) {
  world.show(<PictureSection cut={cut} />)
  await world.user.upload(screen.getByLabelText('Upload'), picture())
}

async function saveAndSeeIt() {
  const release = world.holdNetwork()
  await world.press('Save')
  await screen.findByText('Picture: blob:shown-at-once')
  release()
}

test('a new picture shows at once, is kept, and goes when it is removed', async () => {
  await begin()
  await saveAndSeeIt()
  await screen.findByText('changed')
  expect(world.signedInUser()?.imageUrl).toMatch(/\/v1\/images\/img_\w+\.webp$/)
  await world.press('Remove')
  await world.press('Remove for good')
  expect(screen.getByText('Picture: none')).toBeDefined()
  await screen.findByText('removed')
  expect(world.signedInUser()?.hasImage).toBe(false)
})

test('a picture that the server refuses goes back, with words', async () => {
  await begin(picture('no picture at all'))
  await saveAndSeeIt()
  await screen.findByText('form_param_format_invalid')
  expect(screen.getByText('Picture: none')).toBeDefined()
  expect(screen.getByText('Cut it')).toBeDefined()
})

test('a picture that finds no answer goes back, and can be sent again', async () => {
  await begin()
  world.network.isBroken = true
  await world.press('Save')
  await screen.findByText('unreachable')
  expect(screen.getByText('Picture: none')).toBeDefined()
  world.network.isBroken = false
  await world.press('Try again')
  await screen.findByText('changed')
  expect(world.signedInUser()?.hasImage).toBe(true)
})

test('a file that is no picture is refused without asking the server', async () => {
  world.show(<PictureSection cut={picture()} />)
  const upload = screen.getByLabelText('Upload')
  await world.user.upload(upload, picture('<svg/>', 'image/svg+xml'))
  await screen.findByText('avatar_file_type_invalid')
  expect(world.requests('profile_image')).toEqual([])
})
