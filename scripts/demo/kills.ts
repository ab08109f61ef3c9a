import { setTimeout as sleep } from 'node:timers/promises'
import type { CampaignDetail } from '../../extension/src/engine/calls.ts'
import type { Kill } from './result.ts'

/** Shares of the messages at which the engine is killed, and the one it must not have passed by then. */
const AT = [0.25, 0.5]
const NO_LATER_THAN = 0.8
/** Nothing moved for so long: it will not move any more. */
const STUCK_MS = 120_000

type Counts = CampaignDetail['counts']

export interface Watched {
  /** The campaign as the product shows it. */
  look(): Promise<CampaignDetail>
  kill(): Promise<void>
  /** After each kill, once the campaign has gone on. */
  wentOn(kill: Kill): Promise<void>
  say(line: string): void
}

export function sentOf({ sent, delivered, read, played }: Counts): number {
  return sent + delivered + read + played
}

/** Waits for the end of the campaign and kills the engine on the way, both by the product's own counts. */
export async function watchToTheEnd(watched: Watched): Promise<Kill[]> {
  const kills: Kill[] = []
  let moved = { at: performance.now(), sent: 0 }
  let told = 0
  for (;;) {
    const campaign = await watched.look()
    const kill = standing(campaign)
    if (kill.sent !== moved.sent) moved = { at: performance.now(), sent: kill.sent }
    if (campaign.state === 'done' && kill.waiting === 0) return kills
    if (performance.now() - moved.at > STUCK_MS) throw new Error(stuck(campaign))
    const share = kill.sent / kill.toSend
    if (share >= (AT[kills.length] ?? Infinity) && share <= NO_LATER_THAN) {
      await watched.kill()
      kills.push(kill)
      watched.say(`  engine killed at ${inWords(kill)}`)
      const next = await movedOn(watched, kill.sent)
      watched.say(`  it went on by itself: ${inWords(next)}`)
      await watched.wentOn(next)
    } else if (share >= told + 0.1) {
      told = share
      watched.say(`  ${inWords(kill)}`)
    }
    await sleep(20)
  }
}

async function movedOn({ look }: Watched, sent: number): Promise<Kill> {
  const since = performance.now()
  for (;;) {
    const campaign = await look()
    const now = standing(campaign)
    if (now.sent > sent || now.waiting === 0) return now
    if (performance.now() - since > STUCK_MS) throw new Error(stuck(campaign))
    await sleep(20)
  }
}

function standing({ counts }: CampaignDetail): Kill {
  return { sent: sentOf(counts), waiting: counts.waiting, toSend: counts.total - counts.skipped }
}

function inWords({ sent, waiting, toSend }: Kill): string {
  return `${String(sent)} of ${String(toSend)} sent, ${String(waiting)} waiting`
}

function stuck({ state, waiting, counts }: CampaignDetail): string {
  return `Nothing has moved for two minutes: ${state} (${waiting?.reason ?? 'no reason'}), ${JSON.stringify(counts)}`
}
