import { useState, type KeyboardEvent } from 'react'

const PAGE_ROWS = 15

const STEPS: Partial<Record<string, (active: number, last: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active) => active + PAGE_ROWS,
  PageUp: (active) => active - PAGE_ROWS,
  Home: () => 0,
  End: (_, last) => last,
}

interface RowKeys {
  readonly active: number
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Arrow keys move the active row, Enter opens it, Space marks it: exactly what a click on row or checkbox does. */
export function useRowKeys(count: number, rowId: (index: number) => string, reveal: (index: number) => void): RowKeys {
  const [wanted, setWanted] = useState(0)
  const last = Math.max(0, count - 1)
  const active = Math.min(wanted, last)
  function move(to: number): void {
    const next = Math.max(0, Math.min(last, to))
    setWanted(next)
    reveal(next)
  }
  function act(key: string): boolean {
    const row = document.getElementById(rowId(active))
    if (key === 'Enter') row?.click()
    else if (key === ' ') row?.querySelector('input')?.click()
    else return false
    return true
  }
  return {
    active,
    onKeyDown(event) {
      if (event.target !== event.currentTarget) return
      const step = STEPS[event.key]
      if (step) move(step(active, last))
      else if (!act(event.key)) return
      event.preventDefault()
    },
  }
}
