import type { DocRef } from '../ids/index.ts'

/** From most to least: who may grant a role may grant every one after it. */
export const ROLES = ['owner', 'admin', 'agent', 'viewer'] as const
export type Role = (typeof ROLES)[number]

type Right = 'write' | 'read' | 'none'
type Kind = DocRef['kind']

const write = (...writers: Role[]): Record<Role, Right> => ({
  owner: writers.includes('owner') ? 'write' : 'read',
  admin: writers.includes('admin') ? 'write' : 'read',
  agent: writers.includes('agent') ? 'write' : 'read',
  viewer: 'read',
})
const everyoneReads = write()
const adminsWrite = write('owner', 'admin')
const agentsWrite = write('owner', 'admin', 'agent')

/** Rights follow documents: what needs another right is another document. `team` is written by the server alone. */
const RIGHTS: Record<Kind, Record<Role, Right>> = {
  team: everyoneReads,
  rule: adminsWrite,
  work: agentsWrite,
  drafts: agentsWrite,
  versions: agentsWrite,
  contacts: agentsWrite,
  consent: agentsWrite,
  queue: agentsWrite,
  // Before-values serve undo, which a viewer cannot do.
  history: { ...agentsWrite, viewer: 'none' },
}

export function mayRead(role: Role, doc: DocRef): boolean {
  return RIGHTS[doc.kind][role] !== 'none'
}

export function mayWrite(role: Role, doc: DocRef): boolean {
  return RIGHTS[doc.kind][role] === 'write'
}

/** Invites, roles and devices of others. */
export function mayManageMembers(role: Role): boolean {
  return role === 'owner' || role === 'admin'
}

/** Whether `role` may give somebody `granted`, or take it from them: nobody reaches above himself. */
export function mayGrant(role: Role, granted: Role): boolean {
  return mayManageMembers(role) && ROLES.indexOf(role) <= ROLES.indexOf(granted)
}

/** Leases, documents, sending. */
export function maySend(role: Role): boolean {
  return role !== 'viewer'
}
