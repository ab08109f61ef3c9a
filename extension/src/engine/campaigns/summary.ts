import { estimateSeconds, noCounts, placeOf, type PacingPolicy } from '@parley/shared/queue'
import type { TemplateVersion } from '@parley/shared/templates'
import type { CampaignState, CampaignSummary, Waiting } from '../calls.ts'
import type { CampaignBook, RunnerView } from '../queue/index.ts'
import type { StartRow } from './start-row.ts'
import { warmth } from './warmth.ts'

export interface Around {
  /** undefined: written by a later build, or not here yet. */
  readonly version: TemplateVersion | undefined
  readonly policy: PacingPolicy
  readonly runner: RunnerView
}

type Head = Pick<CampaignSummary, 'campaignId' | 'name' | 'template' | 'version' | 'sender' | 'at' | 'by'>

/** A campaign on its way into the queue: nobody has got it, everybody is counted. */
export function summaryOfStart({ header, counts }: StartRow, around: Around): CampaignSummary {
  const { audience, toSend } = counts
  const planned = { ...noCounts(), total: audience, waiting: toSend, skipped: audience - toSend }
  return { ...headOf(header, around), state: 'preparing', counts: planned, secondsLeft: null }
}

export function summaryOfBook(book: CampaignBook, around: Around): CampaignSummary {
  const { header } = book
  const counts = { ...book.counts }
  const waiting = book.phase === 'running' ? around.runner.waiting(header.campaign) : undefined
  const state = stateOf(book, waiting)
  const isGoingOn = state === 'preparing' || state === 'running' || state === 'waiting'
  return {
    ...headOf(header, around),
    state,
    ...(waiting ? { waiting } : {}),
    counts,
    secondsLeft: isGoingOn ? secondsLeft(book, around) : null,
  }
}

function headOf({ campaign, name, sender, at, by }: StartRow['header'], { version }: Around): Head {
  const template = { template: version?.name ?? '', version: version?.number ?? 0 }
  return { campaignId: campaign, name, ...template, sender, at, by }
}

function stateOf(book: CampaignBook, waiting: Waiting | undefined): CampaignState {
  const { waiting: open, uncertain } = book.counts
  switch (book.phase) {
    case 'done':
      return 'done'
    case 'paused':
      return 'paused'
    case 'stopped':
      return open > 0 ? 'stopping' : 'stopped'
    case 'running': {
      if (!book.isComplete) return 'preparing'
      const forAPerson = open === 0 && uncertain > 0
      return forAPerson || waiting ? 'waiting' : 'running'
    }
  }
}

function secondsLeft(book: CampaignBook, { policy, runner }: Around): number | null {
  const { sender } = book.header
  const open = [...book.entries()].flatMap(({ id, message }) =>
    message && placeOf(book.state(id)) === 'waiting' ? message : [],
  )
  const { leftToday } = runner.senderState(sender)
  return estimateSeconds(policy, warmth(open, sender, runner, Date.now()), leftToday) ?? null
}
