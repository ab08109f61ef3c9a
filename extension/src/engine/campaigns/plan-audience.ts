import {
  asTemplateId,
  ruleDoc,
  versionsDoc,
  type CampaignId,
  type DeviceId,
  type E164,
  type OpId,
} from '@parley/shared/ids'
import { planCampaign, type CampaignPlan } from '@parley/shared/queue'
import { readVersion, versionKeyOf, type TemplateVersion } from '@parley/shared/templates'
import { readConsentRequired } from '@parley/shared/workspace'
import type { Audience } from '../calls.ts'
import { CallFailure } from '../calls/failure.ts'
import type { ContactIndex } from '../contacts/index.ts'
import type { Layout } from '../workspace/index.ts'
import { readPeople, type People, type Reader } from './audience.ts'

/** One published text for these people. */
export interface Asked {
  readonly templateId: string
  readonly version: number
  readonly audience: Audience
}

/** What a campaign's messages say beside text and person. */
export interface PlanStamp {
  readonly campaign: CampaignId
  readonly sender: E164
  /** ms since 1970. */
  readonly at: number
  readonly device: DeviceId
  readonly opId: OpId
}

export interface Planned {
  readonly version: TemplateVersion
  readonly plan: CampaignPlan
  readonly names: People['names']
}

/** Plans the campaign from what contacts, consent and version are now. Throws CallFailure `not-found` for no version. */
export async function planAudience(
  reader: Reader,
  layout: Layout,
  index: ContactIndex,
  asked: Asked,
  { at, device, ...stamp }: PlanStamp,
): Promise<Planned> {
  const { workspace } = layout
  const version = await findVersion(reader, layout, asked)
  const consentRequired = await reader.read(ruleDoc(workspace), readConsentRequired)
  const { candidates, names } = await readPeople(reader, layout, index, asked.audience, version)
  const when = { at, notBefore: at, occurrence: '', by: device, device }
  return { version, names, plan: planCampaign(candidates, { ...stamp, ...when, workspace, version, consentRequired }) }
}

async function findVersion(reader: Reader, { workspace }: Layout, asked: Asked): Promise<TemplateVersion> {
  const template = asTemplateId(asked.templateId)
  const key = template && versionKeyOf(template, asked.version)
  const version = key && (await reader.read(versionsDoc(workspace), (m) => readVersion(m, key)))
  if (!version) throw new CallFailure({ reason: 'not-found' })
  return version
}
