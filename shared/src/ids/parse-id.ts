import type {
  CampaignId,
  ContactId,
  DeviceId,
  E164,
  EventId,
  FieldId,
  GroupId,
  MessageId,
  OpId,
  TagId,
  TemplateId,
  WorkspaceId,
} from './brands.ts'

// The caller names the brand; that is what the parameter is for.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function parser<Id extends string>(pattern: RegExp): (text: string) => Id | undefined {
  return (text) => (pattern.test(text) ? (text as Id) : undefined)
}

const eight = /^[0-9A-Za-z]{8}$/
const ten = /^[0-9A-Za-z]{10}$/
const sixteen = /^[0-9A-Za-z]{16}$/

// Each answers undefined for text that cannot be such an id; none checks that the thing exists.
export const asContactId: (text: string) => ContactId | undefined = parser(sixteen)
export const asWorkspaceId: (text: string) => WorkspaceId | undefined = parser(sixteen)
export const asDeviceId: (text: string) => DeviceId | undefined = parser(sixteen)
export const asMessageId: (text: string) => MessageId | undefined = parser(/^[0-9A-Za-z]{22}$/)
export const asFieldId: (text: string) => FieldId | undefined = parser(eight)
export const asTagId: (text: string) => TagId | undefined = parser(eight)
export const asGroupId: (text: string) => GroupId | undefined = parser(eight)
export const asTemplateId: (text: string) => TemplateId | undefined = parser(eight)
export const asOpId: (text: string) => OpId | undefined = parser(ten)
export const asCampaignId: (text: string) => CampaignId | undefined = parser(ten)
export const asEventId: (text: string) => EventId | undefined = parser(/^[0-9A-Za-z]{8,64}$/)

/** The shape only ('+', no leading zero, at most 15 digits: ITU-T E.164); whether it is a number says `readNumber`. */
export const asE164: (text: string) => E164 | undefined = parser(/^\+[1-9][0-9]{5,14}$/)
