import { expect, it } from 'vitest'
import { emptiest } from './emptiest.ts'

const contact = (contactId: string, values: Record<string, string>) => ({ contactId, name: contactId, values })
const ada = contact('ada', { first_name: 'Ada', company: 'Engines' })
const bob = contact('bob', { first_name: 'Bob', city: 'Bonn' })
const cleo = contact('cleo', { company: 'Nile' })

it('[TE19] the worst case is who lacks most of what the template asks for', () => {
  expect(emptiest([ada, bob, cleo], [{ name: 'first_name' }])).toBe(cleo)
  expect(emptiest([ada, bob, cleo], [{ name: 'company' }])).toBe(bob)
  expect(emptiest([ada, bob, cleo], [])).toBe(cleo)
  expect(emptiest([], [{ name: 'company' }])).toBeUndefined()
})
