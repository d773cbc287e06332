import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../src/bootstrap.mjs'
import { checkImports, importRules } from '../../src/rules/check-imports.ts'

const fixtures = join(root, 'packages/tooling/fixtures/imports')

/** By rule: the lines of its fixture that break it. Every other line of the fixture is allowed. */
const broken: Record<string, string[]> = {
  'server-layers': [
    'packages/server/src/mail/code-mail.ts:3',
    'packages/server/src/stores/mail-store.ts:1',
    'packages/server/src/stores/session-store.ts:1',
    'packages/server/src/stores/user-store.ts:1',
  ],
  'server-hosts': ['packages/server/src/usecases/hash-password.ts:1'],
  'server-shared': ['packages/server/src/deps.ts:1', 'packages/server/src/ports/clock.ts:1'],
  'protocol-types': ['packages/client/src/parse-user.ts:2', 'packages/react/src/schemas.ts:1'],
  'machine-types': ['packages/flows/src/sign-in/sign-in.machine.ts:2'],
  'controller-imports': [
    'packages/flows/src/sign-in/sign-in.controller.ts:2',
    'packages/flows/src/sign-in/sign-in.controller.ts:6',
  ],
  'view-imports': [
    'packages/components/src/sign-in/start.view.tsx:2',
    'packages/components/src/sign-in/start.view.tsx:6',
  ],
  'lazy-phone-metadata': [
    'packages/flows/src/profile/phone.ts:1',
    'packages/primitives/src/phone-field/phone-field.tsx:1',
  ],
  'own-package': ['packages/flows/src/short-cut.test.ts:1', 'packages/flows/src/short-cut.ts:1'],
  'shipping-code': ['packages/client/src/clerk.ts:1'],
  'no-inner-index': ['packages/primitives/src/index.ts:1', 'packages/primitives/src/field/index.ts:1'],
}

describe.each(readdirSync(fixtures))('a developer who breaks %s', (rule) => {
  it('is told the rule, the file and the line, and nothing about what is allowed', () => {
    const reports = checkImports(join(fixtures, rule)).map(
      ({ file, line, rule: name }) => `${name} ${file}:${line}`,
    )
    expect(reports.sort()).toEqual(broken[rule]?.map((place) => `${rule} ${place}`).sort())
  })
})

it('keeps a fixture for every rule', () => {
  expect(readdirSync(fixtures).sort()).toEqual(importRules.map((rule) => rule.name).sort())
})
