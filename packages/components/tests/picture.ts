import type { TestBrowser } from '@usher/testing/page'

/** A picture of 300 by 200 pixels, as somebody has it on their disk. */
export async function drawPicture(): Promise<File> {
  const canvas = new OffscreenCanvas(300, 200)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  const ground = context.createLinearGradient(0, 0, 300, 200)
  ground.addColorStop(0, 'teal')
  ground.addColorStop(1, 'gold')
  context.fillStyle = ground
  context.fillRect(0, 0, 300, 200)
  context.fillStyle = 'white'
  context.arc(150, 90, 45, 0, 2 * Math.PI)
  context.fill()
  return new File([await canvas.convertToBlob()], 'me.png', { type: 'image/png' })
}

/** Gives the person who is signed in on a browser a picture. */
export async function givePicture(browser: TestBrowser): Promise<void> {
  const body = new FormData()
  body.set('file', await drawPicture())
  await browser.fetch('/v1/me/profile_image', { method: 'POST', body })
}
