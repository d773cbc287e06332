import type { FieldErrors, GlobalError } from './failure.ts'

/** Where the focus belongs after a change of step or panel. */
export type FocusTarget =
  | { kind: 'field'; name: string }
  | { kind: 'heading' }
  /** The control that opened the panel which has closed; in a list, that of the row with this id. */
  | { kind: 'opener'; panel: 'add' | 'edit' | 'verify' | 'remove' | 'delete'; rowId?: string }
  | { kind: 'row'; id: string }

/** What every controller hands to its view, whatever the flow. */
export type FlowProps<Field extends string> = {
  /** False until the environment and the client are known; nothing else is worth drawing before. */
  isLoaded: boolean
  /** An action runs: fields are read-only, a second submit is ignored. */
  isPending: boolean
  /** Errors of the fields on screen, by field name. */
  errors: FieldErrors<Field>
  globalError: GlobalError | null
  /** Repeats the action that ended offline or without an answer. */
  retry: () => void
  /** Changes with every step or panel; give it to the focus helper together with `focusTarget`. */
  focusKey: string
  /** Null while nothing on screen was changed by the person: focus stays where it is. */
  focusTarget: FocusTarget | null
}

/** State of the code that a step waits for. */
export type CodeProps = {
  /** `sending`: on its way to the mail server. `unsent`: that failed. `dead`: too old, or guessed at too often. */
  state: 'sending' | 'sent' | 'unsent' | 'dead'
  /** When another one may be asked for, epoch milliseconds; null when it may be now. */
  resendAt: number | null
  /** Counts the codes that the person asked for again, so that a view can say "sent again". */
  resentCount: number
}
