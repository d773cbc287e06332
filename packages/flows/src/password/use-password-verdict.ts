'use client'
import { useState } from 'react'
import { findPasswordError } from '../action/failure.ts'
import type { PasswordVerdict } from './password-rules.ts'

/** Remembers what the server said about a new password; the view shows it for as long as that value stands. */
export function usePasswordVerdict() {
  const [verdict, setVerdict] = useState<PasswordVerdict | null>(null)
  const judged = async <Result>(password: string | undefined, work: () => Promise<Result>) => {
    try {
      return await work()
    } catch (error) {
      const code = findPasswordError(error)?.code
      if (code && password !== undefined) setVerdict({ code, password })
      throw error
    }
  }
  return [verdict, judged] as const
}
