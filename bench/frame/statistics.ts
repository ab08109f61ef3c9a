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
  unit: string
  ours: Series
  peer: Series
  /** Ours divided by the peer's, paired by round. */
  ratio: Series
  bar: { atMost: number } | { atLeast: number }
}

/** Times in ms, with the most the ratio may be. Pairs the rounds, so that a slow minute of the machine hits both sides. */
export function compare(what: string, ours: number[], peer: number[], atMost: number): Verdict {
  return verdict(what, 'ms', ours, peer, { atMost })
}

/** Amounts in `unit`, more being better, with the least the ratio may be. */
export function compareRates(what: string, unit: string, ours: number[], peer: number[], atLeast: number): Verdict {
  return verdict(what, unit, ours, peer, { atLeast })
}

function verdict(what: string, unit: string, ours: number[], peer: number[], bar: Verdict['bar']): Verdict {
  const ratios = ours.map((value, round) => value / (peer[round] ?? Number.NaN))
  return { what, unit, ours: summarise(ours), peer: summarise(peer), ratio: summarise(ratios), bar }
}

/** The machine's load over the last 1, 5 and 15 minutes. */
export function load(): string {
  return loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')
}

export function printVerdicts(verdicts: readonly Verdict[]): void {
  const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  const range = ({ median, low, high }: Series): string => `${round(median)} (${round(low)}–${round(high)})`
  console.log(`load ${load()}`)
  for (const { what, unit, ours, peer, ratio, bar } of verdicts) {
    const met = 'atMost' in bar ? ratio.median <= bar.atMost : ratio.median >= bar.atLeast
    const wanted = 'atMost' in bar ? `≤ ${String(bar.atMost)}` : `≥ ${String(bar.atLeast)}`
    console.log(
      `${what}: ours ${range(ours)} ${unit}, peer ${range(peer)} ${unit}, ratio ${range(ratio)}, bar ${wanted}: ${met ? 'met' : 'NOT met'}`,
    )
  }
}
