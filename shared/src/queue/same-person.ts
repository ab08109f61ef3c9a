import type { MessageId } from '../ids/index.ts'
import { isSettled, openAttempt } from './message-state.ts'
import { groupPeople } from './people.ts'
import { stateOf, type QueueEntry } from './queue-doc.ts'

/**
 * The chats a campaign has written to, but for the message asked about: before each dispatch the resolved chat must
 * not be among them. A message that plainly failed does not count, one that may have been sent does.
 */
export function campaignChats(entries: Iterable<QueueEntry>, except: MessageId): Set<string> {
  const chats = new Set<string>()
  for (const entry of entries) {
    if (entry.id === except) continue
    const state = stateOf(entry)
    if (state?.kind === 'failed' && state.reason !== 'given-up' && state.reason !== 'unknown') continue
    for (const fact of entry.facts) {
      if (fact.kind === 'dispatching') for (const chat of fact.handover?.chats ?? []) chats.add(chat)
    }
  }
  return chats
}

/**
 * After a merge: the messages of one campaign that have become second ones to a person, to be ended as
 * skipped(same-person). Kept is the one that has come furthest, then the one with the smallest id; one that may have
 * been handed over is never named.
 *
 * @param aliasesOf every alias the person of a message has now.
 */
export function duplicatesAfterMerge(
  entries: readonly QueueEntry[],
  aliasesOf: (entry: QueueEntry) => readonly string[],
): MessageId[] {
  const wanted = entries.flatMap((entry) => {
    const state = stateOf(entry)
    const gone = !state || state.kind === 'skipped' || state.kind === 'cancelled' || state.kind === 'failed'
    return gone ? [] : [{ id: entry.id, aliases: aliasesOf(entry), state }]
  })
  return groupPeople(wanted).flatMap((person) => {
    const untouched = person.filter(({ state }) => openAttempt(state) === 1 && !isSettled(state))
    const keepsOne = untouched.length === person.length
    return untouched.slice(keepsOne ? 1 : 0).map(({ id }) => id)
  })
}
