import { browser } from '#imports'
import type { ReportMessage } from '../../../worker/protocol.ts'
import type { Importer } from './importer.ts'

const ALARM = 'import'
/** The shortest both browsers allow. */
const PERIOD_MIN = 0.5

/**
 * Lets workers and an alarm wake the engine while an import is open. Call it in the first turn of the background, or
 * the browser drops the message that started it.
 */
export function wireImport(importer: () => Promise<Importer>): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    const { to, report } = message as Partial<ReportMessage>
    if (to === 'import' && report) void importer().then((opened) => opened.report(report))
  })
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void importer().then((opened) => opened.resume())
  })
}

/** Has the browser start the engine again and again, or no more. */
export async function wakeForImport(wanted: boolean): Promise<void> {
  if (wanted) await browser.alarms.create(ALARM, { periodInMinutes: PERIOD_MIN })
  else await browser.alarms.clear(ALARM)
}
