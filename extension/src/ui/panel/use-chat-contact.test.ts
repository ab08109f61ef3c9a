import { expect, it } from 'vitest'
import { phoneOf } from './use-chat-contact.ts'

const chat = (id: string, aliases: string[] = [], group = false) => ({ id, aliases, title: 'Ada', group })

it('the number of a chat is read from any of its ids, and a group has none', () => {
  expect(phoneOf(chat('34612345678@c.us'))).toBe('+34612345678')
  expect(phoneOf(chat('99887766554433@lid', ['34612345678@c.us']))).toBe('+34612345678')
  expect(phoneOf(chat('99887766554433@lid'))).toBeUndefined()
  expect(phoneOf(chat('34612345678@c.us', [], true))).toBeUndefined()
  expect(phoneOf(null)).toBeUndefined()
})
