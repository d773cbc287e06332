import type { GlobalError } from '../action/failure.ts'

/** What came of a link that led to this page. */
export type LinkLandingProps = {
  /** `elsewhere`: what was begun in another browser or tab goes on there. */
  state: 'loading' | 'elsewhere' | 'expired' | 'failed' | 'client_mismatch'
  /** It came from somebody else: whoever follows it cannot ask for another one here. */
  isTicket: boolean
  globalError: GlobalError | null
  retry: () => void
  /** Where the person is signed in already: goes on to the app. Null for anybody else. */
  goOn: (() => void) | null
  /** Shows what this page shows otherwise. */
  leave: () => void
}
