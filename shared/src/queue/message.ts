import * as z from 'zod'
import type { CampaignId, ContactId, DeviceId, E164, MessageId, OpId } from '../ids/index.ts'
import type { Values, VersionKey } from '../templates/index.ts'
import { asReason, SKIP_REASONS, type SkipReason } from './reasons.ts'
import type { WhatsAppId } from './message-id.ts'

/** One entry of the outgoing queue, frozen when it is queued: whatever changes later, this is what is sent. */
export interface Message {
  readonly id: MessageId
  readonly whatsAppId: WhatsAppId
  /** The account it goes out from. */
  readonly sender: E164
  /** The contact that leads the person it goes to. */
  readonly contact: ContactId
  /** The person's addresses when it was queued: E.164 numbers and LIDs ('123@lid'), best first. */
  readonly to: readonly string[]
  /** '' for a skipped one. */
  readonly text: string
  /** What the text was rendered from, so that it can be rendered again just before dispatch. */
  readonly version?: VersionKey
  readonly values?: Values
  /** SHA-256 of the attached file. */
  readonly media?: string
  /** ms since 1970. */
  readonly notBefore: number
  readonly campaign?: CampaignId
  readonly occurrence?: string
  /** Queued only to be counted: the person was excluded when the campaign was planned. */
  readonly skipped?: SkipReason
  /** Sent again on purpose: the message this one repeats. */
  readonly repeats?: MessageId
  /** ms since 1970. */
  readonly at: number
  /** Member. */
  readonly by: string
  readonly device: DeviceId
  readonly opId: OpId
}

const FORMAT = 1
const text = z.string()
const maybe = z.string().nullable()

// Positions are only ever appended; a longer record of a later build is read as far as this one knows.
const stored = z
  .tuple([
    z.literal(FORMAT),
    text, // WhatsApp id
    text, // sender
    text, // contact
    z.array(text), // to
    text, // text
    maybe, // version
    z.record(text, text).nullable(), // values
    maybe, // media
    z.number(), // not before
    maybe, // campaign
    maybe, // occurrence
    maybe, // skipped
    maybe, // repeats
    z.number(), // at
    text, // by
    text, // device
    text, // opId
  ])
  .rest(z.unknown())

/** The value that stands under the message's id. Plain JSON; equal messages give equal values. */
export function encodeMessage(message: Message): readonly unknown[] {
  const { values } = message
  return [
    FORMAT,
    message.whatsAppId,
    message.sender,
    message.contact,
    [...message.to],
    message.text,
    message.version ?? null,
    values ? Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))) : null,
    message.media ?? null,
    message.notBefore,
    message.campaign ?? null,
    message.occurrence ?? null,
    message.skipped ?? null,
    message.repeats ?? null,
    message.at,
    message.by,
    message.device,
    message.opId,
  ]
}

/** undefined for a record of a later format or none at all: such a message is shown as unreadable and never sent. */
export function decodeMessage(id: MessageId, value: unknown): Message | undefined {
  const record = stored.safeParse(value)
  if (!record.success) return undefined
  const [, whatsAppId, sender, contact, to, body, version, values, media, notBefore, ...rest] = record.data
  const [campaign, occurrence, skipped, repeats, at, by, device, opId] = rest
  return {
    id,
    whatsAppId: whatsAppId as WhatsAppId,
    sender: sender as E164,
    contact: contact as ContactId,
    to,
    text: body,
    ...(version === null ? {} : { version: version as VersionKey }),
    ...(values === null ? {} : { values }),
    ...(media === null ? {} : { media }),
    notBefore,
    ...(campaign === null ? {} : { campaign: campaign as CampaignId }),
    ...(occurrence === null ? {} : { occurrence }),
    ...(skipped === null ? {} : { skipped: asReason(SKIP_REASONS, skipped) }),
    ...(repeats === null ? {} : { repeats: repeats as MessageId }),
    at,
    by,
    device: device as DeviceId,
    opId: opId as OpId,
  }
}
