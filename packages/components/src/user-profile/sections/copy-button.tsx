'use client'

import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useState } from 'react'
import { Button } from '../../elements/button.tsx'
import { CheckIcon, CopyIcon } from '../../elements/icons.tsx'
import type { MessageKey } from '../../messages/en/keys.ts'
import { Text, useMessages } from '../../messages/messages-context.tsx'

/** Copies a text and says so: a check in the place of the icon, and a word for who cannot see it. */
export function CopyButton({
  text,
  label,
  said,
}: {
  text: string
  label: MessageKey
  said: MessageKey
}): ReactNode {
  const announce = useAnnounce()
  const messages = useMessages()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    announce(messages.text(said))
  }
  return (
    <Button
      variant="quiet"
      size="small"
      icon={isCopied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
      onClick={() => void copy()}
    >
      <Text k={label} />
    </Button>
  )
}
