export interface DeletedRange {
  readonly clock: number
  /** One past the last deleted clock. */
  readonly end: number
}

/** By client, in order and without overlap, whatever order a hostile update gives them in. */
export type DeletedRanges = ReadonlyMap<number, readonly DeletedRange[]>

/** As `Y.decodeUpdate` gives it. */
interface DeleteSet {
  readonly clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
}

export function readDeleted(ds: DeleteSet): DeletedRanges {
  return new Map([...ds.clients].map(([client, ranges]) => [client, inOrder(ranges)]))
}

function inOrder(ranges: readonly { clock: number; len: number }[]): DeletedRange[] {
  const merged: { clock: number; end: number }[] = []
  for (const { clock, len } of [...ranges].sort((a, b) => a.clock - b.clock)) {
    const last = merged.at(-1)
    if (last && clock <= last.end) last.end = Math.max(last.end, clock + len)
    else merged.push({ clock, end: clock + len })
  }
  return merged
}

export function isDeleted(deleted: DeletedRanges, { client, clock }: { client: number; clock: number }): boolean {
  const ranges = deleted.get(client) ?? []
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  const found = ranges[low]
  return found !== undefined && found.clock <= clock
}
