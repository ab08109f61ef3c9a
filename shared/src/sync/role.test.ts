import { describe, expect, it } from 'vitest'
import { parseDocName } from '../ids/index.ts'
import { mayGrant, mayRead, mayWrite, ROLES } from './role.ts'

const WS = 'Aa1Bb2Cc3Dd4Ee5F'
const names = [`w/${WS}/team`, `w/${WS}/rule`, `w/${WS}/work`, `c/${WS}/0/00`, `q/${WS}/d20261124`, `h/${WS}/202611.0`]
const docs = names.flatMap((name) => parseDocName(name) ?? [])

describe('[SE20] rights follow documents', () => {
  it('nobody writes team, admins write rule, agents the rest, a viewer nothing and sees no history', () => {
    const writers = docs.map((doc) => ROLES.filter((role) => mayWrite(role, doc)).join())
    expect(writers).toEqual(['', 'owner,admin', ...Array<string>(4).fill('owner,admin,agent')])
    const readers = docs.map((doc) => ROLES.filter((role) => mayRead(role, doc)).length)
    expect(readers).toEqual([4, 4, 4, 4, 4, 3])
  })

  it('nobody gives a role above his own', () => {
    expect(ROLES.filter((role) => mayGrant('admin', role))).toEqual(['admin', 'agent', 'viewer'])
    expect(ROLES.filter((role) => mayGrant('agent', role))).toEqual([])
  })
})
