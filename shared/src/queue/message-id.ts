import { base62, sha256Bytes, sha256Hex } from '../ids/index.ts'
import type { CampaignId, ContactId, MessageId, WorkspaceId } from '../ids/index.ts'

declare const whatsAppId: unique symbol
/** The id WhatsApp knows a message by. Computed once, when it is queued; read from the frozen message ever after. */
export type WhatsAppId = string & { readonly [whatsAppId]: true }

/**
 * `3EB0` and 18 upper-case hex digits of SHA-256(workspace id ‖ message id): the shape WhatsApp Web's own ids have
 * (whatsmeow send.go, Baileys generateMessageIDV2), and the same on every device, so that each can look it up.
 */
export function whatsAppIdOf(workspace: WorkspaceId, message: MessageId): WhatsAppId {
  return `3EB0${sha256Hex(workspace + message)
    .slice(0, 18)
    .toUpperCase()}` as WhatsAppId
}

/**
 * The message of one person in one occurrence of a campaign ('' for a campaign that runs once). Two devices that plan
 * the same thing write the same key.
 *
 * @param person the contact that leads the person, the smallest id of those joined.
 */
export function campaignMessageId(campaign: CampaignId, occurrence: string, person: ContactId): MessageId {
  return base62(sha256Bytes(`${campaign}\n${occurrence}\n${person}`), 22) as MessageId
}
