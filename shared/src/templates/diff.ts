/** A stretch of text that stands in both versions, only in the old or only in the new. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * What changed between two bodies: lines first, then words inside the lines that changed. Joining `same` and `removed`
 * gives the old text, `same` and `added` the new one.
 */
export function diffBodies(before: string, after: string): DiffPart[] {
  const byLine = diffTokens(lines(before), lines(after))
  const parts: DiffPart[] = []
  for (let index = 0; index < byLine.length; index++) {
    const [part, next] = [byLine[index], byLine[index + 1]]
    if (!part) continue
    if (part.kind === 'removed' && next?.kind === 'added') {
      parts.push(...diffTokens(words(part.text), words(next.text)))
      index++
    } else parts.push(part)
  }
  return joined(parts)
}

// Beyond this many cells the table would cost more than the reader gains: show the stretch as replaced.
const CELLS = 4_000_000

function diffTokens(before: readonly string[], after: readonly string[]): DiffPart[] {
  const start = commonLength(before, after, (list, index) => list[index])
  const [oldRest, newRest] = [before.slice(start), after.slice(start)]
  const end = commonLength(oldRest, newRest, (list, index) => list[list.length - 1 - index])
  const oldMiddle = oldRest.slice(0, oldRest.length - end)
  const newMiddle = newRest.slice(0, newRest.length - end)
  return joined([
    ...before.slice(0, start).map(part('same')),
    ...middle(oldMiddle, newMiddle),
    ...oldRest.slice(oldRest.length - end).map(part('same')),
  ])
}

/** Longest common subsequence, removed before added where both are possible. */
function middle(before: readonly string[], after: readonly string[]): DiffPart[] {
  if (before.length * after.length > CELLS) return [...before.map(part('removed')), ...after.map(part('added'))]
  const width = after.length + 1
  const length = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number): number => length[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      length[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const parts: DiffPart[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const [old = '', fresh = ''] = [before[row], after[column]]
    const [oldLeft, freshLeft] = [row < before.length, column < after.length]
    if (oldLeft && freshLeft && old === fresh) {
      parts.push({ kind: 'same', text: old })
      row++
      column++
    } else if (oldLeft && (!freshLeft || at(row + 1, column) >= at(row, column + 1))) {
      parts.push({ kind: 'removed', text: old })
      row++
    } else {
      parts.push({ kind: 'added', text: fresh })
      column++
    }
  }
  return parts
}

type At = (list: readonly string[], index: number) => string | undefined

function commonLength(before: readonly string[], after: readonly string[], at: At): number {
  const shorter = Math.min(before.length, after.length)
  let count = 0
  while (count < shorter && at(before, count) === at(after, count)) count++
  return count
}

function part(kind: DiffPart['kind']): (text: string) => DiffPart {
  return (text) => ({ kind, text })
}

/** Neighbours of one kind as one part; between two `same` parts, everything removed before everything added. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  let [removed, added] = ['', '']
  const flush = (): void => {
    if (removed) result.push({ kind: 'removed', text: removed })
    if (added) result.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text }
      else if (text) result.push({ kind, text })
    }
  }
  flush()
  return result
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? []
}
