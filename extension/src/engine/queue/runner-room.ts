import type { CampaignId, E164 } from '@parley/shared/ids'
import { DEFAULT_PACING } from '@parley/shared/queue'
import type { PageEvent } from '../../whatsapp/protocol.ts'
import type { SenderQueue, Waiting } from '../calls.ts'
import type { PageTab } from '../page/index.ts'
import type { CurrentWorkspace } from '../workspace/index.ts'
import { QueueRunner, type RunnerParts } from './queue-runner.ts'
import type { QueueIndex } from './queue-index.ts'
import type { RunnerView, SenderView } from './runner-view.ts'

type RoomParts = Omit<RunnerParts, 'layout' | 'index'> & {
  readonly current: CurrentWorkspace
  readonly queue: () => QueueIndex
}

/** The runner of the workspace, from the moment there is one. */
export class RunnerRoom implements RunnerView {
  readonly #parts: RoomParts
  readonly #listeners = new Set<() => void>()
  #runner: QueueRunner | undefined

  private constructor(parts: RoomParts) {
    this.#parts = parts
  }

  static async open(parts: RoomParts): Promise<RunnerRoom> {
    const room = new RunnerRoom(parts)
    parts.current.onEnter(() => void room.#start())
    if (parts.current.layout) await room.#start()
    return room
  }

  waiting(campaign: CampaignId): Waiting | undefined {
    return this.#runner?.waiting(campaign)
  }

  senderState(account: E164): SenderView {
    const { warmPerDay: warm, coldPerDay: cold } = DEFAULT_PACING
    return this.#runner?.senderState(account) ?? { running: 0, leftToday: { warm, cold }, held: null }
  }

  lastInbound(account: E164, addresses: readonly string[]): number | undefined {
    return this.#runner?.lastInbound(account, addresses)
  }

  senders(): SenderQueue[] {
    return this.#runner?.senders() ?? []
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  pagesChanged(): void {
    this.#runner?.pagesChanged()
    this.#tell()
  }

  async heard(tab: PageTab, event: PageEvent): Promise<void> {
    await this.#runner?.heard(tab, event)
  }

  wake(): void {
    this.#runner?.wake()
  }

  async #start(): Promise<void> {
    const { current, queue, ...parts } = this.#parts
    const runner = await QueueRunner.start({ ...parts, layout: current.require(), index: queue() })
    this.#runner = runner
    runner.onChange(() => {
      this.#tell()
    })
    runner.pagesChanged()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
