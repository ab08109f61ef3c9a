import { parserHost } from '../../../worker/host.ts'
import type { ParserReport } from '../../../worker/protocol.ts'
import type { ParserHost } from './importer.ts'

/** Firefox: the event page has workers itself. They end with it; the alarm starts both again. */
export function localHost(report: (report: ParserReport) => void): ParserHost {
  const host = parserHost(report)
  return {
    send(order) {
      host(order)
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
  }
}
