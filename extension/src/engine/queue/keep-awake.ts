import { browser } from '#imports'
import type { Pages } from '../page/index.ts'

const ALARM = 'queue'
/** Receipts are read hourly, whether or not anything is to be sent. */
const RECEIPTS_ALARM = 'receipts'
const RECEIPTS_PERIOD_MIN = 60
/** Work due within this long keeps the engine alive; for later work it may sleep, and is woken. */
const SOON_MS = 60_000
/** The shortest alarm both browsers allow. */
const SHORTEST_ALARM_MS = 30_000

/** Has an alarm wake the engine for the queue, again at every start. Call it in the first turn of the background, or the alarm finds nobody. */
export function wireQueueAlarm(wake: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM || name === RECEIPTS_ALARM) wake()
  })
  void browser.alarms.create(RECEIPTS_ALARM, { periodInMinutes: RECEIPTS_PERIOD_MIN })
}

/**
 * Keeps the engine alive while a message is due soon, has the browser start it when one is due later, and the WhatsApp
 * tabs that send from being discarded. An alarm is set for near work too: the engine may be killed all the same.
 */
export function keepAwake(pages: Pick<Pages, 'setDue'>): (due: number, tabs: readonly number[]) => void {
  let kept: ReadonlySet<number> = new Set()
  return (due, tabs) => {
    const now = Date.now()
    pages.setDue(due - now <= SOON_MS)
    if (due === Infinity) void browser.alarms.clear(ALARM)
    else void browser.alarms.create(ALARM, { when: Math.max(due, now + SHORTEST_ALARM_MS) })
    const sending = new Set(tabs)
    for (const tab of new Set([...kept, ...sending]))
      if (kept.has(tab) !== sending.has(tab)) void setDiscardable(tab, !sending.has(tab))
    kept = sending
  }
}

/** Firefox has no such property, and a tab may be gone. */
async function setDiscardable(tabId: number, autoDiscardable: boolean): Promise<void> {
  if (import.meta.env.FIREFOX) return
  await browser.tabs.update(tabId, { autoDiscardable }).catch(() => undefined)
}
