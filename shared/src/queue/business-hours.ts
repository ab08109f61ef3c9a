/** When a person may be written to, in their own time zone. */
export interface BusinessHours {
  /** 0 Sunday to 6 Saturday. None: never. */
  readonly days: readonly number[]
  /** Minutes since midnight; `from` < `to` ≤ 1440. */
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000
const DAY = 1440
/** Each moves to an opening of one zone; a week has seven days. */
const MOST_TRIES = 40

/**
 * When the hours are open: `now` if they are, else the next opening; undefined if they never are. Days on which the
 * clocks change open at the same time of day as others; an opening inside the hour that is skipped moves to its end.
 *
 * @param timeZone IANA.
 */
export function openAt(hours: BusinessHours, timeZone: string, now: number): number | undefined {
  if (isOpen(hours, timeZone, now)) return now
  const { day, minute } = localTime(now, timeZone)
  for (let ahead = 0; ahead <= 14; ahead++) {
    if (!hours.days.includes((day + ahead) % 7) || (ahead === 0 && minute >= hours.to)) continue
    const naive = now - (now % MINUTE) + (ahead * DAY + hours.from - minute) * MINUTE
    let opening = corrected(naive, hours.from, timeZone)
    // An opening inside the hour the clocks skip moves to its end: go back to the first open minute.
    while (opening - MINUTE > now && isOpen(hours, timeZone, opening - MINUTE)) opening -= MINUTE
    if (opening > now && isOpen(hours, timeZone, opening)) return opening
  }
  return undefined
}

/**
 * The same for a person who may live in any of these zones: the next time that is open in all of them. Where there is
 * none (hours shorter than the country is wide), the first zone's.
 */
export function openInAll(hours: BusinessHours, timeZones: readonly string[], now: number): number | undefined {
  let time = now
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const openings = timeZones.map((zone) => openAt(hours, zone, time) ?? Infinity)
    const latest = Math.max(...openings)
    if (latest === Infinity) return undefined
    if (latest === time) return time
    time = latest
  }
  return openAt(hours, timeZones[0] ?? 'UTC', now)
}

export function isOpen({ days, from, to }: BusinessHours, timeZone: string, time: number): boolean {
  const { day, minute } = localTime(time, timeZone)
  return days.includes(day) && minute >= from && minute < to
}

/** Clocks that changed between now and then show another minute than the one aimed at. */
function corrected(time: number, minute: number, timeZone: string): number {
  const shown = localTime(time, timeZone).minute
  const off = ((minute - shown + DAY + DAY / 2) % DAY) - DAY / 2
  const moved = time + off * MINUTE
  return localTime(moved, timeZone).minute === minute ? moved : Math.max(time, moved)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function localTime(time: number, timeZone: string): { day: number; minute: number } {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
    })
    formats.set(timeZone, format)
  }
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]))
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(parts.get('weekday') ?? '')
  return { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) }
}
