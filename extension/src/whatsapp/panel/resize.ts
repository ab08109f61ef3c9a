import type { RailElements } from './elements.ts'
import { panelWidth, RAIL_PX, STEP_PX } from './width.ts'

interface Resizing {
  get: () => number
  set: (width: number) => void
  /** Called when the hand lets go. */
  settled: (width: number) => void
}

/** Dragging or arrow keys on the panel's edge change its width. */
export function resizeByEdge(
  { edge, panel }: RailElements,
  { get, set, settled }: Resizing,
  signal: AbortSignal,
): void {
  edge.addEventListener(
    'pointerdown',
    (event) => {
      edge.setPointerCapture(event.pointerId)
      // The frame would swallow the moves.
      panel.classList.add('resizing')
    },
    { signal },
  )
  edge.addEventListener(
    'pointermove',
    (event) => {
      if (edge.hasPointerCapture(event.pointerId)) set(panelWidth(window.innerWidth - RAIL_PX - event.clientX))
    },
    { signal },
  )
  edge.addEventListener(
    'lostpointercapture',
    () => {
      panel.classList.remove('resizing')
      settled(get())
    },
    { signal },
  )
  edge.addEventListener(
    'keydown',
    ({ key }) => {
      const step = { ArrowLeft: STEP_PX, ArrowRight: -STEP_PX }[key]
      if (step === undefined) return
      set(panelWidth(get() + step))
      settled(get())
    },
    { signal },
  )
}
