import type { CountedReason } from '../../extension/src/engine/calls.ts'

/** The counts that `--json` prints. */
export interface Totals {
  readonly contacts: ImportCounts
  readonly campaign: CampaignCounts
  readonly wire: WireCounts
}

export interface ImportCounts {
  readonly rows: number
  readonly imported: number
  readonly merged: number
  readonly rejected: number
}

/** recipients = sent + skipped + failed + uncertain + cancelled; `delivered` and `read` are of the `sent`. */
export interface CampaignCounts {
  readonly recipients: number
  readonly sent: number
  readonly delivered: number
  readonly read: number
  readonly skipped: number
  readonly failed: number
  readonly uncertain: number
  readonly cancelled: number
}

export interface WireCounts {
  /** Messages WhatsApp accepted. */
  readonly messages: number
  readonly duplicates: number
  readonly lost: number
  /** Transmissions again of an id that had not been accepted. */
  readonly retries: number
}

/** The counts at the moment the engine was killed. */
export interface Kill {
  readonly sent: number
  readonly waiting: number
  /** Everyone who was to get the message. */
  readonly toSend: number
}

export interface Shot {
  readonly file: string
  readonly caption: string
}

/** All that a run came to. */
export interface Result extends Totals {
  readonly fileName: string
  readonly country: string
  readonly text: string
  readonly reasons: readonly CountedReason[]
  /** Opted out by the demo itself because the file opts out nobody. */
  readonly optedOutHere: number
  readonly kills: readonly Kill[]
  /** Neither settled nor readable when the campaign said it was done. */
  readonly unsettled: number
  /** Accepted by WhatsApp and claimed by no message of Parley's. */
  readonly unclaimed: number
  /** What WhatsApp has told of the messages it accepted. */
  readonly receipts: { readonly delivered: number; readonly read: number }
  readonly seconds: number
  readonly shots: readonly Shot[]
}
