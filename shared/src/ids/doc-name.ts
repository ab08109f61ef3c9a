import { asWorkspaceId } from './parse-id.ts'
import type { ContactId, WorkspaceId } from './brands.ts'
import { sha256Bytes } from './hash.ts'

declare const docName: unique symbol
/** The name of one Yjs document, as `docNameOf` writes it. */
export type DocName = string & { readonly [docName]: true }

/** What a document's name says. `shard` is a number here, two hex digits in the name. */
export type DocRef =
  | { readonly kind: 'team' | 'rule' | 'work'; readonly workspace: WorkspaceId }
  | { readonly kind: 'drafts' | 'versions'; readonly workspace: WorkspaceId; readonly generation: number }
  | { readonly kind: 'contacts'; readonly workspace: WorkspaceId; readonly generation: number; readonly shard: number }
  | { readonly kind: 'consent'; readonly workspace: WorkspaceId; readonly shard: number }
  | {
      readonly kind: 'history'
      readonly workspace: WorkspaceId
      /** 'yyyymm', UTC. */
      readonly month: string
      readonly generation: number
    }
  | {
      readonly kind: 'queue'
      readonly workspace: WorkspaceId
      /** 'd<yyyymmdd>', 'k<campaignId>-<n>' or 'late-<month>'. */
      readonly part: string
    }

/** Members, roles, devices, senders, leases. */
export function teamDoc(workspace: WorkspaceId): DocName {
  return `w/${workspace}/team` as DocName
}

/** Policy and field definitions. */
export function ruleDoc(workspace: WorkspaceId): DocName {
  return `w/${workspace}/rule` as DocName
}

/** Tags, groups, segments, open campaigns' headers. */
export function workDoc(workspace: WorkspaceId): DocName {
  return `w/${workspace}/work` as DocName
}

/** One shard of the contacts. */
export function contactDoc(workspace: WorkspaceId, generation: number, shard: number): DocName {
  return `c/${workspace}/${generation}/${hexByte(shard)}` as DocName
}

/** One of the 16 consent documents. */
export function consentDoc(workspace: WorkspaceId, shard: number): DocName {
  return `s/${workspace}/${hexByte(shard)}` as DocName
}

/** The history of one UTC month, 'yyyymm' (see `monthOf`). */
export function historyDoc(workspace: WorkspaceId, month: string, generation = 0): DocName {
  return `h/${workspace}/${month}.${generation}` as DocName
}

/** One part of the queue. */
export function queueDoc(workspace: WorkspaceId, part: string): DocName {
  return `q/${workspace}/${part}` as DocName
}

/** Template drafts. */
export function draftsDoc(workspace: WorkspaceId, generation = 0): DocName {
  return `t/${workspace}.${generation}` as DocName
}

/** Published template versions. */
export function versionsDoc(workspace: WorkspaceId, generation = 0): DocName {
  return `v/${workspace}.${generation}` as DocName
}

/** The UTC month of a time in ms, as history documents name it: 'yyyymm'. */
export function monthOf(time: number): string {
  return new Date(time).toISOString().slice(0, 7).replace('-', '')
}

/** In which of `count` (1 to 256) shards a contact lives: the first byte of SHA-256 of its id, mod `count`. */
export function shardOf(id: ContactId, count: number): number {
  return (sha256Bytes(id)[0] ?? 0) % count
}

const SHAPE = new RegExp(
  [
    '^w/(?<w>[^/.]+)/(?<sheet>team|rule|work)$',
    '^(?<plain>[tv])/(?<p>[^/.]+)\\.(?<pg>\\d+)$',
    '^c/(?<c>[^/.]+)/(?<cg>\\d+)/(?<cs>[0-9a-f]{2})$',
    '^s/(?<s>[^/.]+)/(?<ss>0[0-9a-f])$',
    '^h/(?<h>[^/.]+)/(?<month>\\d{6})\\.(?<hg>\\d+)$',
    '^q/(?<q>[^/.]+)/(?<part>d\\d{8}|k[0-9A-Za-z]{10}-\\d+|late-\\d{6})$',
  ].join('|'),
)

/** Reads a document's name back; undefined if it is none of ours. */
export function parseDocName(name: string): DocRef | undefined {
  const found = SHAPE.exec(name)?.groups
  if (!found) return undefined
  const workspace = asWorkspaceId(found.w ?? found.p ?? found.c ?? found.s ?? found.h ?? found.q ?? '')
  if (!workspace) return undefined
  if (found.sheet) return { kind: found.sheet as 'team' | 'rule' | 'work', workspace }
  if (found.plain) return { kind: found.plain === 't' ? 'drafts' : 'versions', workspace, generation: Number(found.pg) }
  if (found.cs) return { kind: 'contacts', workspace, generation: Number(found.cg), shard: parseInt(found.cs, 16) }
  if (found.ss) return { kind: 'consent', workspace, shard: parseInt(found.ss, 16) }
  if (found.month) return { kind: 'history', workspace, month: found.month, generation: Number(found.hg) }
  return { kind: 'queue', workspace, part: found.part ?? '' }
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0')
}
