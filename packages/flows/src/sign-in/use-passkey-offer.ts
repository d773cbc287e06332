'use client'
import type { EnvironmentJSON } from '@usher/protocol'
import { useEffect, useRef } from 'react'

/**
 * Has passkeys offered while a sign-in is idle and the instance wants it; ends when it is not, and with the screen.
 * Says whether there is to be a button for them.
 */
export function usePasskeyOffer(
  environment: EnvironmentJSON | undefined,
  isIdle: boolean,
  offer: (signal: AbortSignal) => Promise<void>,
): boolean {
  const settings = environment?.user_settings.passkey_settings
  const isOn = isIdle && settings?.allow_autofill
  const latest = useRef(offer)
  useEffect(() => {
    latest.current = offer
  })
  useEffect(() => {
    if (!isOn) return
    const leaving = new AbortController()
    void latest.current(leaving.signal)
    return () => leaving.abort()
  }, [isOn])
  // Asked here: `isWebAuthnSupported` and its kin are loaded with what uses passkeys.
  return Boolean(settings?.show_sign_in_button && globalThis.PublicKeyCredential)
}
