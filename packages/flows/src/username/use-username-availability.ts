'use client'
import { useEffect, useState } from 'react'
import { type FlowError, readErrors } from '../action/failure.ts'
import { useKit } from '../kit/use-kit.ts'

/** What is known about a username while it is typed. */
export type UsernameAvailability = { username: string } & (
  | { state: 'checking' | 'available' | 'taken' }
  /** It breaks a rule of usernames. */
  | { state: 'invalid'; error: FlowError }
)

const pauseMs = 400

/**
 * Asks whether a username is free once somebody pauses while typing it (`GET /v1/username_availability`). No answer
 * is no verdict: then nothing is said, and the submit decides.
 * @returns what is known, null while that is nothing, and the function that takes what is typed
 */
export function useUsernameAvailability(): [UsernameAvailability | null, (typed: string) => void] {
  const { clerk } = useKit()
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<UsernameAvailability | null>(null)
  const username = typed.trim()

  useEffect(() => {
    if (!username) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      setAnswer({ username, state: 'checking' })
      const found = await ask(clerk.isUsernameAvailable(username, stop), username)
      if (!stop.signal.aborted) setAnswer(found)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [clerk, username])

  return [answer?.username === username ? answer : null, setTyped]
}

async function ask(answer: Promise<boolean>, username: string): Promise<UsernameAvailability | null> {
  try {
    return { username, state: (await answer) ? 'available' : 'taken' }
  } catch (failure) {
    const error = readErrors(failure).find(({ code }) => code.startsWith('form_'))
    return error ? { username, state: 'invalid', error } : null
  }
}
