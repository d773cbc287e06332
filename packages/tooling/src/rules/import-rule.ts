import type { ImportReference } from './read-imports.ts'

/** A rule about one import. Tests and stories are free of it unless `coversTests` says otherwise. */
export type ImportRule = {
  name: string
  /** The rule in one sentence, as the report prints it. */
  law: string
  coversTests?: boolean
  breaks(reference: ImportReference): boolean
}
