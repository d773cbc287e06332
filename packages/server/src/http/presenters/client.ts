import type { ClientJSON } from '@usher/protocol'
import type { AppContext } from '../context.ts'

/** Placeholder of the skeleton. */
export async function presentClient(_c: AppContext): Promise<ClientJSON | null> {
  return null
}
