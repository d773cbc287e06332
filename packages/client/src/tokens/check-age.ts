import type { VerificationLevel } from '@usher/protocol'

export type Reverification =
  | 'strict_mfa'
  | 'strict'
  | 'moderate'
  | 'lax'
  | { level: VerificationLevel; afterMinutes: number }

const presets: Record<string, { level: VerificationLevel; afterMinutes: number } | undefined> = {
  strict_mfa: { level: 'multi_factor', afterMinutes: 10 },
  strict: { level: 'second_factor', afterMinutes: 10 },
  moderate: { level: 'second_factor', afterMinutes: 60 },
  lax: { level: 'second_factor', afterMinutes: 1440 },
}

/** What a name stands for; null for what is none. */
export function readReverification(
  given: unknown,
): { level: VerificationLevel; afterMinutes: number } | null {
  if (typeof given === 'string') return Object.hasOwn(presets, given) ? (presets[given] ?? null) : null
  const { level, afterMinutes } = Object(given) as { level?: unknown; afterMinutes?: unknown }
  const isLevel = level === 'first_factor' || level === 'second_factor' || level === 'multi_factor'
  return isLevel && typeof afterMinutes === 'number' && afterMinutes > 0 ? { level, afterMinutes } : null
}

/**
 * Whether what is asked for was proved lately enough. Of somebody without a second factor, the first is asked for.
 * @param age minutes since the first and the second factor; -1 means never
 */
function isProvedLately(given: unknown, age: readonly [number, number] | null | undefined): boolean {
  const wanted = readReverification(given)
  if (!wanted || !age) return false
  const isFresh = (minutes: number) => minutes >= 0 && minutes < wanted.afterMinutes
  const [first, second] = age
  if (wanted.level === 'first_factor' || second < 0) return isFresh(first)
  return isFresh(second) && (wanted.level === 'second_factor' || isFresh(first))
}

/** What `has()` and `checkAuthorization()` say: of what they are asked, this kit knows how lately somebody proved who they are. */
export const isAllowed = (
  { reverification, ...others }: { reverification?: unknown; [other: string]: unknown },
  age: readonly [number, number] | null | undefined,
): boolean =>
  reverification !== undefined && Object.keys(others).length === 0 && isProvedLately(reverification, age)
