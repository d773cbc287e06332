'use client'

import { generate } from 'lean-qr/nano'
import { type ReactNode, useMemo } from 'react'
import { useMessages } from '../../messages/messages-context.tsx'

/** A QR code for an authenticator app; the key beside it says the same in text. */
export function QrCode({ content }: { content: string }): ReactNode {
  const { text } = useMessages()
  const { size, path } = useMemo(() => draw(content), [content])
  return (
    <svg
      className="cl-qrCode"
      role="img"
      aria-label={text('userProfile.mfaTOTPPage.picture')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}

function draw(content: string) {
  const code = generate(content)
  const cells = Array.from({ length: code.size ** 2 }, (_, index) => [
    index % code.size,
    Math.floor(index / code.size),
  ])
  const path = cells.map(([x = 0, y = 0]) => (code.get(x, y) ? `M${x} ${y}h1v1h-1z` : '')).join('')
  return { size: code.size, path }
}
