export type Report = {
  title: string
  lines: string[]
  /** Only where the product promises a number. */
  verdict?: { isKept: boolean; text: string }
}

export type Measure = () => Promise<Report>

/** The middle one of some numbers: one slow run on a busy machine does not move it. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Whole numbers with separators, one decimal below a hundred. */
export const format = (number: number): string =>
  number.toLocaleString('en', { maximumFractionDigits: number < 100 ? 1 : 0 })
