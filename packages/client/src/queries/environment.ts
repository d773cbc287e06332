import type { EnvironmentJSON } from '@usher/protocol'
import type { Slot } from './slot.ts'

/** Key of what the instance allows and asks for; read once at boot. */
export const environmentKey = ['usher', 'environment'] as const

export type EnvironmentStore = Slot<EnvironmentJSON>
