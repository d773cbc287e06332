'use client'
import { useMemo, useState } from 'react'

/** Messages by field name, as the server sent them. */
export type FormErrors = Record<string, string | null | undefined>

interface Messages {
  given: FormErrors | undefined
  server: FormErrors
  schema: FormErrors
  /** A submit began after `given` was taken, so that an equal answer is a new one. */
  submitted: boolean
  /** Grows when messages arrive, and so tells when to move the focus. */
  arrivals: number
}

/**
 * Keeps the messages of a form: those that the server sent and those of the schema. A submit clears all, an edit
 * clears the field's own. An equal object that the consumer merely created again does not bring back what was cleared.
 */
export function useMessages(errors: FormErrors | undefined, pending: boolean) {
  const [state, setState] = useState<Messages>(() => ({
    given: errors,
    server: errors ?? {},
    schema: {},
    submitted: false,
    arrivals: 0,
  }))
  if (errors !== state.given) setState(take(state, errors))

  const messages = useMemo(() => (pending ? {} : filled(state)), [state, pending])
  const [actions] = useState(() => ({
    clear: () => setState((last) => ({ ...last, server: {}, schema: {}, submitted: true })),
    reject: (schema: FormErrors) => setState((last) => ({ ...last, schema })),
    edit: (name: string) =>
      setState((last) =>
        last.server[name] || last.schema[name]
          ? { ...last, server: { ...last.server, [name]: null }, schema: { ...last.schema, [name]: null } }
          : last,
      ),
  }))
  return { messages, arrivals: state.arrivals, ...actions }
}

function take(state: Messages, errors: FormErrors | undefined): Messages {
  const server = errors ?? {}
  if (!state.submitted && JSON.stringify(server) === JSON.stringify(state.given ?? {})) {
    return { ...state, given: errors }
  }
  const arrived = Object.values(server).some(Boolean)
  return { ...state, given: errors, server, submitted: false, arrivals: state.arrivals + Number(arrived) }
}

function filled({ server, schema }: Messages) {
  const messages: Record<string, string> = {}
  for (const source of [schema, server]) {
    for (const [name, message] of Object.entries(source)) if (message) messages[name] = message
  }
  return messages
}
