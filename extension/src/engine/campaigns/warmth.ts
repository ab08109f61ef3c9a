import type { E164 } from '@parley/shared/ids'
import { isCold, type Message, type WarmAndCold } from '@parley/shared/queue'
import type { RunnerView } from '../queue/index.ts'

/** How many of these messages go to people who wrote to the sender in the last 30 days, and how many to others. */
export function warmth(
  messages: Iterable<Pick<Message, 'to'>>,
  sender: E164 | undefined,
  runner: Pick<RunnerView, 'lastInbound'>,
  now: number,
): WarmAndCold {
  let [warm, cold] = [0, 0]
  for (const { to } of messages) {
    const strange = !sender || isCold(runner.lastInbound(sender, to), now)
    if (strange) cold++
    else warm++
  }
  return { warm, cold }
}
