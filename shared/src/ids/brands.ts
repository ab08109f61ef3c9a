declare const brand: unique symbol
type Brand<Name extends string> = string & { readonly [brand]: Name }

/** 16 base62 characters. Random, so two devices never make the same contact. */
export type ContactId = Brand<'ContactId'>
/** 22 base62 characters. Random; a campaign's are a hash of campaign, occurrence and person. */
export type MessageId = Brand<'MessageId'>
/** 16 base62 characters. */
export type WorkspaceId = Brand<'WorkspaceId'>
/** 16 base62 characters: one installed extension. */
export type DeviceId = Brand<'DeviceId'>
/** 8 base62 characters. */
export type FieldId = Brand<'FieldId'>
/** 8 base62 characters: a hash of workspace and normalised name, see `tagId`. */
export type TagId = Brand<'TagId'>
/** 8 base62 characters. */
export type GroupId = Brand<'GroupId'>
/** 8 base62 characters. */
export type TemplateId = Brand<'TemplateId'>
/** 10 base62 characters: one command a person gave. */
export type OpId = Brand<'OpId'>
/** 10 base62 characters. */
export type CampaignId = Brand<'CampaignId'>
/** A number as E.164, '+4915112345678'. Only `readNumber` makes them from what people type. */
export type E164 = Brand<'E164'>
/** 22 base64url characters: HMAC of workspace id and alias. */
export type AliasKey = Brand<'AliasKey'>
/** 8 to 64 base62 characters: an operation, or the WhatsApp message id of an inbound opt-out. */
export type EventId = Brand<'EventId'>
