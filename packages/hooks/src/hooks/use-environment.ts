'use client'

import type { EnvironmentJSON } from '@usher/protocol'
import { useClerkValue } from './use-clerk-value.ts'

/** What the instance allows and asks for, as the server tells it; undefined until it has. */
export const useEnvironment = (): EnvironmentJSON | undefined =>
  useClerkValue((clerk) => clerk.__internal.environment(), nothing)

const nothing = () => undefined
