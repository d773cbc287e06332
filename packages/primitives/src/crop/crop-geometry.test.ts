import { expect, test } from 'vitest'
import { keepInside, moveBy, placeOf, squareOf, wholeView } from './crop-geometry.ts'

const wide = { width: 400, height: 200 }

test('a picture fills the frame, its middle in the middle', () => {
  expect(placeOf(wide, wholeView)).toEqual({ width: 200, height: 100, left: -50, top: 0 })
  expect(squareOf(wide, wholeView)).toEqual({ left: 100, top: 0, side: 200 })
})

test('it is moved by shares of the frame, and never so far that something beside it is seen', () => {
  expect(squareOf(wide, moveBy(wide, wholeView, 0.25, 0.25))).toEqual({ left: 50, top: 0, side: 200 })
  expect(squareOf(wide, moveBy(wide, wholeView, 9, 9))).toEqual({ left: 0, top: 0, side: 200 })
  expect(squareOf(wide, moveBy(wide, wholeView, -9, 0))).toEqual({ left: 200, top: 0, side: 200 })
})

test('it is enlarged around its middle, fourfold at most', () => {
  expect(squareOf(wide, keepInside(wide, { ...wholeView, zoom: 2 }))).toEqual({
    left: 150,
    top: 50,
    side: 100,
  })
  expect(keepInside(wide, { ...wholeView, zoom: 9 }).zoom).toBe(4)
  expect(keepInside(wide, { zoom: 0.2, x: 0, y: 0 })).toEqual({ zoom: 1, x: 0.25, y: 0.5 })
})
