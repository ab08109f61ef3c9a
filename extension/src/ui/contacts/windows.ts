/** Rows asked for in one question to the engine. */
export const WINDOW_ROWS = 100

export interface Window {
  readonly index: number
  /** First and one past the last row of the list that are on screen, within this window. */
  readonly from: number
  readonly to: number
}

/** The windows that hold the rows `from`…`to` (one past the last): at most two while the view is lower than a window. */
export function windowsFor(from: number, to: number): Window[] {
  const windows: Window[] = []
  for (let index = Math.floor(from / WINDOW_ROWS); index * WINDOW_ROWS < to; index++) {
    const start = index * WINDOW_ROWS
    windows.push({ index, from: Math.max(from, start), to: Math.min(to, start + WINDOW_ROWS) })
  }
  return windows
}
