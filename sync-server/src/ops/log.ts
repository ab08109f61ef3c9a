import { pino, type Logger } from 'pino'

export type Log = Logger

/** One JSON line per event on stdout. Lines name ids and reasons; never a number, an address or a text. */
export function openLog(level: string): Log {
  return pino({ name: 'parley', level })
}
