import { randomBase62, type Random } from './base62.ts'
import type {
  CampaignId,
  ContactId,
  DeviceId,
  FieldId,
  GroupId,
  MessageId,
  OpId,
  TemplateId,
  WorkspaceId,
} from './brands.ts'

/** A fresh random contact id. */
export function newContactId(random: Random): ContactId {
  return randomBase62(random, 16) as ContactId
}

/** A fresh random message id. */
export function newMessageId(random: Random): MessageId {
  return randomBase62(random, 22) as MessageId
}

/** A fresh random workspace id. */
export function newWorkspaceId(random: Random): WorkspaceId {
  return randomBase62(random, 16) as WorkspaceId
}

/** A fresh random device id. */
export function newDeviceId(random: Random): DeviceId {
  return randomBase62(random, 16) as DeviceId
}

/** A fresh random field id. */
export function newFieldId(random: Random): FieldId {
  return randomBase62(random, 8) as FieldId
}

/** A fresh random group id. */
export function newGroupId(random: Random): GroupId {
  return randomBase62(random, 8) as GroupId
}

/** A fresh random template id. */
export function newTemplateId(random: Random): TemplateId {
  return randomBase62(random, 8) as TemplateId
}

/** A fresh random operation id. */
export function newOpId(random: Random): OpId {
  return randomBase62(random, 10) as OpId
}

/** A fresh random campaign id. */
export function newCampaignId(random: Random): CampaignId {
  return randomBase62(random, 10) as CampaignId
}
