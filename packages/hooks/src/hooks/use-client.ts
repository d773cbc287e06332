'use client'
import type { ClientResource } from '@usher/client'
import { useClientValue } from '../provider/clerk-context.ts'

/** This browser: its sessions and its open sign-in and sign-up; undefined before loading. */
export const useClient = (): ClientResource | undefined => useClientValue(identity)

const identity = (client: ClientResource | undefined) => client
