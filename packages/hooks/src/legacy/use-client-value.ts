'use client'

import type { ClientResource } from '@usher/client'
import { useClerkValue } from '../hooks/use-clerk-value.ts'

/** Reads something of this browser's client; undefined until it is known. */
export const useClientValue = <Value>(select: (client: ClientResource) => Value): Value | undefined =>
  useClerkValue(({ loaded, client }) => (loaded && client ? select(client) : undefined), nothing)

const nothing = () => undefined
