'use client'

import { useClerk } from '@usher/hooks'
import { useFocusOnChange } from '@usher/primitives'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Card } from '../elements/card.tsx'
import { Header } from '../elements/header.tsx'
import { Text } from '../messages/messages-context.tsx'

// An app that signs somebody out leads away from here at once: that needs no word.
const patience = 500

/**
 * Stands in for what only its owner may see, once the session has ended here: says so, and leads back to this page
 * through signing in.
 */
export function SignedOutCard(): ReactNode {
  const clerk = useClerk()
  const [isShown, setShown] = useState(false)
  const container = useFocusOnChange<HTMLDivElement>(isShown, { target: 'heading' })
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <div ref={container} className="cl-signedOut" role="alert">
      <Card>
        <Header title={<Text k="signedOut__title" />} subtitle={<Text k="signedOut__subtitle" />} />
        <Button
          variant="primary"
          block
          onClick={() => void clerk.redirectToSignIn({ redirectUrl: window.location.href })}
        >
          <Text k="signedOut__button" />
        </Button>
      </Card>
    </div>
  )
}
