import type { VerificationLevel } from '@usher/protocol'

export type Reverification =
  | 'strict_mfa'
  | 'strict'
  | 'moderate'
  | 'lax'
  | { level: VerificationLevel; afterMinutes: number }

const presets = new Map(Object.entries({ strict_mfa: 10, strict: 10, moderate: 60, lax: 1440 }))

/** What a name stands for; null for what is none. */
export function readReverification(
  given: unknown,
): { level: VerificationLevel; afterMinutes: number } | null {
  const preset = presets.get(given as string)
  if (preset)
    return { level: given === 'strict_mfa' ? 'multi_factor' : 'second_factor', afterMinutes: preset }
  const { level, afterMinutes } = Object(given) as { level?: VerificationLevel; afterMinutes?: unknown }
  const isPair = level && /^(first|second|multi)_factor$/.test(level) && Number(afterMinutes) > 0
  return isPair ? { level, afterMinutes: Number(afterMinutes) } : null
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
): boolean => !Object.keys(others)[0] && isProvedLately(reverification, age)
