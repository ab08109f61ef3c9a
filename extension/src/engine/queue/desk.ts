import type { DeviceId, E164, MessageId } from '@parley/shared/ids'
import type { Lease, PacingPolicy, WhatsAppLimits } from '@parley/shared/queue'
import type { Store } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'
import type { SenderPage } from './page-of.ts'
import type { Asking } from './page-questions.ts'
import type { QueueIndex } from './queue-index.ts'
import type { Talks } from './talks.ts'

/** All that one sender's messages are handled with. What changes is asked for anew each time. */
export interface Desk {
  readonly account: E164
  readonly device: DeviceId
  readonly store: Store
  readonly layout: Layout
  readonly index: QueueIndex
  readonly talks: Talks
  readonly pages: Asking
  /** IANA zone of the device, for a recipient whose number has none. */
  readonly timeZone: string
  readonly memory: Memory
  page(): SenderPage | undefined
  /** Engine time, ms since 1970. */
  now(): number
}

/** What an engine remembers of one sender between two messages; nothing in it has to survive. */
export interface Memory {
  lease: Lease | undefined
  policy: PacingPolicy
  /** Where between least and most the next spacing is, 0 to 1; drawn anew after each dispatch. */
  jitter: number
  /** What WhatsApp said of its limits last, and when. */
  limits: { readonly at: number; readonly said: WhatsAppLimits } | undefined
  /** Attempts of which the page itself said that it handed nothing over. */
  readonly refused: Set<MessageId>
}
