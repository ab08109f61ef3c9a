import { loadavg } from 'node:os'

export interface Series {
  median: number
  low: number
  high: number
}

export function summarise(values: readonly number[]): Series {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: at(sorted, 0.5), low: at(sorted, 0), high: at(sorted, 1) }
}

/** The value a share `q` of the way through sorted values; 0.95 is the p95. */
export function at(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

export interface Verdict {
  what: string
  ours: Series
  peer: Series
  /** Ours divided by the peer's, paired by round. */
  ratio: Series
  budget: number
}

/** Pairs the rounds, so that a slow minute of the machine hits both sides. */
export function compare(what: string, ours: number[], peer: number[], budget: number): Verdict {
  const ratios = ours.map((value, round) => value / (peer[round] ?? Number.NaN))
  return { what, ours: summarise(ours), peer: summarise(peer), ratio: summarise(ratios), budget }
}

export function printVerdicts(verdicts: readonly Verdict[]): void {
  const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  const range = ({ median, low, high }: Series): string => `${round(median)} (${round(low)}–${round(high)})`
  console.log(
    `load ${loadavg()
      .map((value) => value.toFixed(2))
      .join(' ')}`,
  )
  for (const { what, ours, peer, ratio, budget } of verdicts) {
    const met = ratio.median <= budget ? 'met' : 'NOT met'
    console.log(
      `${what}: ours ${range(ours)} ms, peer ${range(peer)} ms, ratio ${range(ratio)}, budget ≤ ${String(budget)}: ${met}`,
    )
  }
}
