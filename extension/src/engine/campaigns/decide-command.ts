import { asCampaignId, asMessageId, type DocName, type MessageId } from '@parley/shared/ids'
import { decidable, writeFact, type Decision, type Fact } from '@parley/shared/queue'
import { CallFailure } from '../calls/failure.ts'
import type { CommandHandlers } from '../calls/handlers.ts'
import type { CampaignBook, QueueIndex } from '../queue/index.ts'

/** One update of decisions stays well under 128 kB. */
const DECISIONS_AT_ONCE = 1_000

interface Word {
  readonly id: MessageId
  readonly doc: DocName
  readonly fact: Fact
}

export function decideCommand(queue: () => QueueIndex): Pick<CommandHandlers, 'messages.decide'> {
  return {
    async 'messages.decide'(work, { campaignId, messageIds, decision }) {
      const campaign = asCampaignId(campaignId)
      const book = campaign && queue().book(campaign)
      if (!book) throw new CallFailure({ reason: 'not-found' })
      const words = messageIds.flatMap((text) => wordOn(book, text, work.actor, decision) ?? [])
      let decided = 0
      for (const [doc, all] of Map.groupBy(words, (word) => word.doc))
        for (let at = 0; at < all.length; at += DECISIONS_AT_ONCE)
          decided += await work.edit(doc, (m) => {
            const some = all.slice(at, at + DECISIONS_AT_ONCE)
            return some.filter(({ id, fact }) => writeFact(m, id, fact)).length
          })
      return { decided }
    },
  }
}

/** undefined where this member has nothing, or not this, to say. */
function wordOn(book: CampaignBook, text: string, member: string, decision: Decision): Word | undefined {
  const id = asMessageId(text)
  const doc = id && book.docOf(id)
  if (!doc) return undefined
  const open = decidable(book.state(id), book.entry(id)?.facts ?? [], member, book.phase)
  if (!open?.words.includes(decision)) return undefined
  return { id, doc, fact: { kind: 'decided', attempt: open.attempt, member, decision } }
}
