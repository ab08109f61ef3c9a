import { makeContacts, TAGS } from '../frame/contacts.ts'
import type { Subject } from './subject.ts'

/** Milliseconds of each step of one round; the queries as they came, for percentiles over all rounds. */
export interface Round {
  store: number
  /** The first query after storing, which may sort or build what the later ones use. */
  first: number
  search: number[]
  tagPage: number[]
}

declare global {
  interface Window {
    /** Put there by `expose`, before anything calls it. */
    round: (count: number, queries: number) => Promise<Round>
  }
}

const NEEDLES = ['almeida', 'bora', 'nsen', 'جن', 'dubois g', 'čelik', 'çelik', 'ines', 'brandt e', 'göran']

/** Puts one round of the benchmark on the window of the page that holds the subject. */
export function expose(open: () => Promise<Subject>): void {
  window.round = async (count, queries) => {
    const contacts = makeContacts(count)
    const subject = await open()
    const store = await timed(() => subject.store(contacts))
    const first = await timed(() => subject.search(NEEDLES[0] ?? ''))
    const search: number[] = []
    const tagPage: number[] = []
    for (let at = 0; at < queries; at++) {
      search.push(await timed(() => subject.search(NEEDLES[at % NEEDLES.length] ?? '')))
      tagPage.push(await timed(() => subject.tagPage(TAGS[at % TAGS.length] ?? '')))
    }
    return { store, first, search, tagPage }
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
