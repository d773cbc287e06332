const day = 86_400_000
const steps: [unit: Intl.RelativeTimeFormatUnit, days: number][] = [
  ['year', 365],
  ['month', 30],
  ['week', 7],
  ['day', 1],
]

/** How long ago something was in whole days or more: "today", "3 months ago". Times are epoch milliseconds. */
export function timeAgo(time: number, now: number, locale?: string): string {
  const words = new Intl.RelativeTimeFormat(locale ?? 'en', { numeric: 'auto' })
  const days = Math.max(0, Math.floor((now - time) / day))
  const [unit, length] = steps.find(([, least]) => days >= least) ?? (['day', 1] as const)
  return words.format(-Math.floor(days / length), unit)
}
