import { asCampaignId, ruleDoc, versionsDoc, type CampaignId } from '@parley/shared/ids'
import { readPacing, type CampaignHeader } from '@parley/shared/queue'
import { readVersion, type TemplateVersion, type VersionKey } from '@parley/shared/templates'
import type { CampaignSummary } from '../calls.ts'
import { CallFailure } from '../calls/failure.ts'
import type { QueryHandlers } from '../calls/handlers.ts'
import type { ContactIndex } from '../contacts/index.ts'
import type { QueueIndex, RunnerView } from '../queue/index.ts'
import type { Store } from '../store/index.ts'
import type { CurrentWorkspace } from '../workspace/index.ts'
import { countReasons, messagePage } from './message-rows.ts'
import type { Mover } from './mover.ts'
import { summaryOfBook, summaryOfStart, type Around } from './summary.ts'

export interface CampaignSources {
  readonly store: Store
  readonly current: CurrentWorkspace
  readonly contacts: () => ContactIndex
  readonly queue: () => QueueIndex
  readonly runner: RunnerView
  readonly mover: Mover
}

type CampaignQuery = 'campaigns.list' | 'campaigns.one' | 'campaigns.messages'

export function campaignQueries(sources: CampaignSources): Pick<QueryHandlers, CampaignQuery> {
  const { store, contacts, queue } = sources
  const watch = (changed: () => void): (() => void) => watchCampaigns(sources, changed)
  const look = campaignLook(sources)
  return {
    'campaigns.list': {
      async run() {
        const shown = await look.atEach(headersOf(sources))
        return shown.map(({ summary }) => summary).sort((a, b) => b.at - a.at)
      },
      watch,
    },
    'campaigns.one': {
      async run({ campaignId }) {
        const [shown] = await look.atEach(headersOf(sources).filter(({ campaign }) => campaign === campaignId))
        if (!shown) return null
        const book = queue().book(campaignId as CampaignId)
        return { ...shown.summary, body: shown.version?.body ?? '', reasons: book ? countReasons(book) : [] }
      },
      watch,
    },
    'campaigns.messages': {
      async run({ campaignId, ...slice }) {
        const campaign = asCampaignId(campaignId)
        const book = campaign && queue().book(campaign)
        if (book) return messagePage(book, slice, { device: store.device, nameOf: (id) => contacts().nameOf(id) })
        if (headersOf(sources).some((header) => header.campaign === campaign))
          return { total: 0, matching: 0, rows: [] }
        throw new CallFailure({ reason: 'not-found' })
      },
      watch,
    },
  }
}

interface Looked {
  readonly summary: CampaignSummary
  readonly version: TemplateVersion | undefined
}

/** Looks at campaigns. Versions never change, so each is read once. */
function campaignLook({ store, current, queue, runner, mover }: CampaignSources) {
  const versions = new Map<VersionKey, TemplateVersion>()

  async function versionOf(key: VersionKey): Promise<TemplateVersion | undefined> {
    const known = versions.get(key)
    if (known) return known
    const read = await store.read(versionsDoc(current.require().workspace), (m) => readVersion(m, key))
    if (read) versions.set(key, read)
    return read
  }

  /** A campaign is on its way or in the queue, and changes from one to the other at once. */
  function summaryNow(campaign: CampaignId, around: Around): CampaignSummary[] {
    const book = queue().book(campaign)
    if (book) return [summaryOfBook(book, around)]
    return mover.starts().flatMap((row) => (row.header.campaign === campaign ? summaryOfStart(row, around) : []))
  }

  return {
    async atEach(headers: readonly CampaignHeader[]): Promise<Looked[]> {
      const { policy } = await store.read(ruleDoc(current.require().workspace), readPacing)
      for (const { version } of headers) await versionOf(version)
      return headers.flatMap((header) => {
        const version = versions.get(header.version)
        return summaryNow(header.campaign, { version, policy, runner }).map((summary) => ({ summary, version }))
      })
    },
  }
}

/** Everything started, whether it stands in the queue or is on its way there. */
function headersOf({ queue, mover }: CampaignSources): CampaignHeader[] {
  return [...queue().campaigns(), ...mover.starts().map(({ header }) => header)]
}

function watchCampaigns({ current, queue, runner, mover }: CampaignSources, changed: () => void): () => void {
  const stops = [runner.onChange(changed), mover.onChange(changed)]
  const follow = (): void => void stops.push(queue().onChange(changed))
  if (current.layout) follow()
  else stops.push(current.onEnter(follow), current.onEnter(changed))
  return () => {
    for (const stop of stops) stop()
  }
}
