import { useEffect, type RefObject } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { windowsFor, type Window } from './windows.ts'

/** The sticky head of the table scrolls with the list and covers its first pixels. */
const HEAD_HEIGHT = 36

interface Windows {
  readonly windows: readonly Window[]
  /** Height of the whole list in px. */
  readonly size: number
  readonly reveal: (index: number) => void
}

/** Which part of a list of `count` rows of `height` px is on screen; a new `list` starts at its top. */
export function useWindows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  list: unknown,
): Windows {
  // eslint-disable-next-line react-hooks/incompatible-library -- no React Compiler here; the virtualiser is read in render only
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  })
  useEffect(() => {
    virtual.measure()
  }, [virtual, height])
  useEffect(() => {
    virtual.scrollToOffset(0)
  }, [virtual, list])
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  return {
    windows: first && last ? windowsFor(first.index, last.index + 1) : [],
    size: virtual.getTotalSize(),
    reveal: (index) => {
      virtual.scrollToIndex(index)
    },
  }
}
