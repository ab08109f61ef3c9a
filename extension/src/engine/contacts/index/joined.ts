/**
 * A column of texts as one string: row `i` is from `at[i]` to before the line feed that ends it. One string is searched
 * with `indexOf` and cloned as a block; 100k strings are neither.
 */
export interface Joined {
  readonly text: string
  /** One entry more than rows. */
  readonly at: Uint32Array
}

/** Texts must hold no line feed. */
export function join(texts: readonly string[]): Joined {
  const at = new Uint32Array(texts.length + 1)
  texts.forEach((text, i) => {
    at[i + 1] = (at[i] ?? 0) + text.length + 1
  })
  return { text: texts.length === 0 ? '' : `${texts.join('\n')}\n`, at }
}

export function textAt({ text, at }: Joined, row: number): string {
  return text.slice(at[row], (at[row + 1] ?? 0) - 1)
}

/** Calls `hit` with each row that holds `needle`, in order. */
export function eachRowWith({ text, at }: Joined, needle: string, hit: (row: number) => void): void {
  let row = 0
  for (let found = text.indexOf(needle); found !== -1; found = text.indexOf(needle, at[row])) {
    while ((at[row + 1] ?? 0) <= found) row++
    hit(row++)
  }
}
