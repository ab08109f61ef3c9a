import type { DocName, MessageId } from '@parley/shared/ids'
import { writeFact, type Fact } from '@parley/shared/queue'
import type { Work } from '../store/index.ts'

/** Adds a fact to the queue document its message stands in. */
export async function writeFactOf(
  work: Work,
  { doc, id }: { readonly doc: DocName | undefined; readonly id: MessageId },
  fact: Fact,
): Promise<void> {
  if (doc === undefined) throw new Error('a message stands in no document')
  await work.edit(doc, (map) => writeFact(map, id, fact))
}
