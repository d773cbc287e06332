import { expect, test } from 'vitest'
import { closedPicture, mostPictureBytes, pictureReducer } from './profile-picture.machine.ts'

const picture = new Blob(['x'], { type: 'image/png' })
const sized = (size: number) => ({ size, type: 'image/png' }) as Blob
const cropping = pictureReducer(closedPicture, { type: 'picked', file: picture })

test('a picture that was picked waits to be cut', () => {
  expect(cropping).toMatchObject({
    panel: { kind: 'crop', file: picture },
    focusTarget: { kind: 'heading' },
    turn: 1,
  })
})

test('a file of another type, and one that is too large, are refused before anything is sent', () => {
  const pick = (file: Blob) => pictureReducer(cropping, { type: 'picked', file })
  expect(pick(new Blob(['<svg/>'], { type: 'image/svg+xml' }))).toMatchObject({
    panel: { kind: 'closed' },
    refusal: 'avatar_file_type_invalid',
    focusTarget: { kind: 'opener', panel: 'edit' },
  })
  expect(pick(sized(mostPictureBytes)).panel.kind).toBe('crop')
  expect(pick(sized(mostPictureBytes + 1)).refusal).toBe('avatar_file_size_exceeded')
})

test('a file that turns out to be no picture closes the panel, and the next one forgets it', () => {
  const refused = pictureReducer(cropping, { type: 'unreadable' })
  expect(refused).toMatchObject({ panel: { kind: 'closed' }, refusal: 'avatar_file_type_invalid' })
  expect(pictureReducer(refused, { type: 'picked', file: picture }).refusal).toBeNull()
})

test('what has ended says so, and gives the focus back to where it began', () => {
  const removing = pictureReducer(closedPicture, { type: 'open-remove' })
  expect(removing).toMatchObject({ panel: { kind: 'remove' }, focusTarget: { kind: 'heading' } })
  expect(pictureReducer(removing, { type: 'close' }).focusTarget).toEqual({ kind: 'opener', panel: 'remove' })
  expect(pictureReducer(removing, { type: 'removed' })).toMatchObject({
    panel: { kind: 'closed' },
    notice: 'removed',
    focusTarget: { kind: 'opener', panel: 'edit' },
  })
  expect(pictureReducer(cropping, { type: 'changed' }).notice).toBe('changed')
  expect(pictureReducer(cropping, { type: 'close' }).focusTarget).toEqual({ kind: 'opener', panel: 'edit' })
})
