import type { PageEvent, Report } from '../protocol.ts'
import { activeChat } from './active-chat.ts'
import { later } from './primordials.ts'
import { probe } from './probe.ts'
import { readState } from './state.ts'
import { subscriber } from './subscriptions.ts'

const LOOK_MS = 1_000
/** Modules may register late; after this many looks what is missing counts as missing until the version changes. */
const PATIENT_LOOKS = 30
/** A WhatsApp that shows no sign of itself by then is reported as it is. */
const SILENT_LOOKS = 3

export type Tell = (event: PageEvent) => void

/**
 * Reports what happens in WhatsApp. Events are listened to; account and version have none, so they are looked at once a
 * second. Nothing is required before the page has loaded: requiring a module runs it, and that order is WhatsApp's.
 */
export function watch(report: Tell, signal: AbortSignal): void {
  const tell = onChange(report)
  let looks = 0
  let last: Report | undefined
  const subscriptions = subscriber(tell, signal)
  function look(): void {
    if (signal.aborted) return
    if (document.readyState === 'complete') lookAround()
    later(look, LOOK_MS)
  }
  function lookAround(): void {
    subscriptions()
    const state = readState()
    tell({ kind: 'state', state })
    tell({ kind: 'chat', chat: activeChat() })
    looks++
    if (state.stream === '' && looks < SILENT_LOOKS) return
    if (last?.version === state.version && (isWhole(last) || looks > PATIENT_LOOKS)) return
    last = probe()
    tell({ kind: 'report', report: last })
  }
  look()
}

function isWhole({ missing, failed }: Report): boolean {
  return missing.length === 0 && failed.length === 0
}

/** Passes on what describes the page only if it differs from what was told last; what happened, always. */
function onChange(report: Tell): Tell {
  const told: Partial<Record<PageEvent['kind'], string>> = {}
  return (event) => {
    if (event.kind === 'ack' || event.kind === 'incoming') {
      report(event)
      return
    }
    const text = JSON.stringify(event)
    if (told[event.kind] === text) return
    told[event.kind] = text
    report(event)
  }
}
