import { expect, it } from 'vitest'
import { senderOf, tabFor, type PageTab } from './tabs.ts'

const tab = (tabId: number, account: string | null, stream: string): PageTab => ({
  tabId,
  state: { account, stream, lid: null, session: '', synced: true, version: '2.3000.1' },
  report: { version: '2.3000.1', able: ['send.text'], missing: [], failed: [] },
  chat: null,
})

it('[WA9] only the active window of an account may send for it', () => {
  const tabs = [tab(1, '+491', 'CONFLICT'), tab(2, '+492', 'MAIN'), tab(3, '+491', 'MAIN')]
  expect(tabFor('+491', tabs)?.tabId).toBe(3)
  expect(tabFor('+492', tabs)?.tabId).toBe(2)
  expect(tabFor('+493', tabs)).toBeUndefined()
  expect(tabFor('+491', [tab(1, '+491', 'OFFLINE')])).toBeUndefined()
})

it('a tab that has not spoken yet is a sender without account and capabilities', () => {
  expect(senderOf({ tabId: 7, state: null, report: null, chat: null })).toEqual({
    tabId: 7,
    account: '',
    stream: '',
    version: '',
    capabilities: [],
  })
})
