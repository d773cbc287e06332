import type { Vault } from '../ports/vault.ts'
import { equalInConstantTime } from './encoding.ts'

/** Life of a testing token in milliseconds. */
export const testingTokenLifetime = 3_600_000

/** Makes a token with which a test run passes the limits until `expiresAt` (epoch milliseconds); nothing is kept. */
export const createTestingToken = async (vault: Vault, expiresAt: number): Promise<string> =>
  `${expiresAt}-${await vault.digest('testing_token', String(expiresAt))}`

/** Whether this server made the token, and it still lives. */
export async function isTestingToken(vault: Vault, token: string, now: number): Promise<boolean> {
  const expiresAt = Number.parseInt(token, 10)
  if (!(expiresAt > now)) return false
  return equalInConstantTime(token, await createTestingToken(vault, expiresAt))
}
