import { aliasPlace, asEventId, consentDoc, type AliasKey, type DocMap, type WorkspaceId } from '@parley/shared/ids'
import {
  aliasConsent,
  phonesOf,
  readAllConsent,
  recordConsent,
  type ConsentEvent,
  type Draft,
} from '@parley/shared/contacts'
import type { Work } from '../../store/index.ts'
import type { JobRow } from './job.ts'

type Statement = Pick<ConsentEvent, 'kind' | 'at' | 'source'>

/**
 * Records what the file says about being written to, under every number of the row: an opt-out where it says so, else
 * the opt-in of the row, else the one the person who imports vouches for. It lifts no opt-out and says nothing twice.
 */
export async function writeConsent(
  work: Work,
  workspace: WorkspaceId,
  job: JobRow,
  drafts: readonly Draft[],
): Promise<void> {
  const placed = drafts.flatMap((draft) => {
    const statement = statementOf(job, draft)
    if (!statement) return []
    return phonesOf(draft).map((phone) => ({ ...aliasPlace(workspace, phone), statement }))
  })
  for (const [shard, group] of Map.groupBy(placed, (one) => one.shard)) {
    await work.edit(consentDoc(workspace, shard), (m) => {
      const known = knownOf(m, new Set(group.map(({ key }) => key)))
      for (const { key, statement } of group) record(m, key, statement, known.get(key) ?? [], job)
    })
  }
}

function statementOf({ startedAt, fileName, consent }: JobRow, draft: Draft): Statement | undefined {
  if (draft.optOut) return { kind: 'out', at: startedAt, source: fileName }
  if (!draft.consent && !consent) return undefined
  const vouched = consent ? Date.parse(consent.date) : startedAt
  const own = draft.consent?.source ?? ''
  return { kind: 'in', at: draft.consent?.at ?? vouched, source: own === '' ? (consent?.source ?? fileName) : own }
}

/** Decoding a whole document costs more than looking whether any of these aliases is in it. */
function knownOf(m: DocMap, aliases: ReadonlySet<AliasKey>): Map<AliasKey, ConsentEvent[]> {
  for (const key of m.keys()) if (aliases.has(key.slice(0, 22) as AliasKey)) return readAllConsent(m)
  return new Map()
}

function record(m: DocMap, alias: AliasKey, said: Statement, known: readonly ConsentEvent[], job: JobRow): void {
  const repeated =
    said.kind === 'out'
      ? aliasConsent(known) === 'out'
      : known.some(({ kind, at, source }) => kind === 'in' && at === said.at && source === said.source)
  const id = asEventId(`${job.id}${said.kind}`)
  if (!repeated && id) recordConsent(m, alias, { id, by: job.by, supersedes: [], ...said })
}
