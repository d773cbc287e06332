import {
  controllerImports,
  lazyPhoneMetadata,
  machineTypes,
  protocolTypes,
  viewImports,
} from './client-rules.ts'
import type { ImportRule } from './import-rule.ts'
import { findInnerIndexes, isTest, noInnerIndex, ownPackage, shippingCode } from './package-rules.ts'
import { listSources, readImports } from './read-imports.ts'
import { serverHosts, serverLayers, serverShared } from './server-rules.ts'

/** One import, or one file, that breaks a rule. */
export type Violation = { rule: string; file: string; line: number; text: string }

/** The rules of the house that biome cannot express, see `biome.json` for the others. */
export const importRules: ImportRule[] = [
  serverLayers,
  serverHosts,
  serverShared,
  protocolTypes,
  machineTypes,
  controllerImports,
  viewImports,
  lazyPhoneMetadata,
  ownPackage,
  shippingCode,
  noInnerIndex,
]

/** Checks every import of the repository under `root` against the rules. */
export function checkImports(root: string): Violation[] {
  const sources = listSources(root)
  const imports = sources.flatMap((file) => readImports(root, file))
  const broken = imports.flatMap((reference) =>
    importRules
      .filter((rule) => (rule.coversTests || !isTest(reference.from)) && rule.breaks(reference))
      .map((rule) => ({
        rule: rule.name,
        file: reference.from,
        line: reference.line,
        text: `${reference.specifier}: ${rule.law}`,
      })),
  )
  const indexes = findInnerIndexes(root, sources).map((file) => ({
    rule: noInnerIndex.name,
    file,
    line: 1,
    text: 'only a package’s own exports are index files: give this one the name of its subject',
  }))
  return [...broken, ...indexes]
}

/** A violation as one line that an editor can open. */
export const formatViolation = ({ rule, file, line, text }: Violation) => `${file}:${line} ${rule}: ${text}`
