import {
  nextDispatch,
  zonesOf,
  type Message,
  type Pace,
  type PacingPolicy,
  type WhatsAppLimits,
} from '@parley/shared/queue'
import { widOf } from './addresses.ts'
import type { Desk } from './desk.ts'
import type { PaceRow } from './pace-row.ts'

/** What WhatsApp said of strangers is believed this long without asking again. */
const LIMITS_KEPT_MS = 5 * 60_000
const NO_LIMITS: WhatsAppLimits = {
  timelocked: false,
  timelockAllows: true,
  warned: false,
  capped: false,
  capAllows: true,
}

/** Whether it could be this message's turn, from what is known without the page. */
export function paceBefore(desk: Desk, message: Message, row: PaceRow): Pace {
  const { limits } = desk.memory
  const said = limits && desk.now() - limits.at < LIMITS_KEPT_MS ? limits.said : NO_LIMITS
  // Whether this very chat is allowed in spite of a limit only the page knows.
  return pace(desk, message, row, {
    chats: message.to.map(widOf),
    limits: { ...said, timelockAllows: true, capAllows: true },
  })
}

/** Whether a message may be handed over now, by what WhatsApp says of its chat. */
export function paceOf(
  desk: Desk,
  message: Message,
  row: PaceRow,
  chats: readonly string[],
  limits: WhatsAppLimits | undefined,
): Pace {
  return pace(desk, message, row, { chats, limits })
}

/** The same for one that was counted before and goes out again: only WhatsApp's own limits hold it. */
export function paceAgain(
  desk: Desk,
  message: Message,
  row: PaceRow,
  chats: readonly string[],
  limits: WhatsAppLimits | undefined,
): Pace {
  const policy: PacingPolicy = { ...desk.memory.policy, hours: undefined, unanswered: Infinity }
  return pace(desk, message, { ...row, spent: [] }, { chats, limits, policy })
}

function pace(
  { account, talks, timeZone, memory, now }: Desk,
  message: Message,
  { spent, reachOutAt, clockJumpAt }: PaceRow,
  {
    chats,
    limits,
    policy = memory.policy,
  }: { chats: readonly string[]; limits: WhatsAppLimits | undefined; policy?: PacingPolicy },
): Pace {
  const facts = {
    ...talks.of(account, chats),
    spent,
    timeZones: zonesOf(message.to[0] ?? '', timeZone),
    limits,
    reachOutAt,
    clockJumped: clockJumpAt !== undefined,
    scheduled: message.notBefore > message.at,
  }
  return nextDispatch(facts, policy, now(), memory.jitter)
}
