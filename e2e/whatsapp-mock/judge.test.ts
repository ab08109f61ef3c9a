import { describe, expect, it } from 'vitest'
import { judge, type Claim, type Transmission } from './judge.ts'

function sent(id: string, person: string, more: Partial<Transmission> = {}): Transmission {
  const chat = `${person}@c.us`
  return { seq: 0, at: 0, device: 'd', id, chat, person, text: 't', byHand: false, outcome: 'accepted', ...more }
}
function claim(id: string, person: string, state: Claim['state'] = 'sent', campaign = 'spring'): Claim {
  return { id, person, state, campaign }
}

describe('the judge', () => {
  it('[WA25] is content when everything called sent was accepted once', () => {
    expect(judge([sent('A', '1')], [claim('A', '+1')])).toMatchObject({
      clean: true,
      doubles: [],
      lost: [],
      retries: [],
    })
  })

  it('[WA25] calls one id accepted twice a double', () => {
    const verdict = judge([sent('A', '1'), sent('A', '1')], [claim('A', '1')])
    expect(verdict).toMatchObject({ clean: false, doubles: [{ kind: 'one id accepted twice', campaign: 'spring' }] })
  })

  it('[WA25] calls two ids for one person of a campaign a double, however the number is written', () => {
    const verdict = judge([sent('A', '1202'), sent('B', '1202')], [claim('A', '+1 202'), claim('B', '1202')])
    expect(verdict.doubles).toMatchObject([{ kind: 'two ids for one person', ids: ['A', 'B'] }])
  })

  it('[WA25] lets one person get messages of two campaigns', () => {
    const claims = [claim('A', '1'), claim('B', '1', 'sent', 'autumn')]
    expect(judge([sent('A', '1'), sent('B', '1')], claims).clean).toBe(true)
  })

  it('[WA25] calls lost what is called sent and was never accepted', () => {
    expect(judge([sent('A', '1', { outcome: 'dropped' })], [claim('A', '1')]).lost).toHaveLength(1)
  })

  it.each<[Claim['state'], number]>([
    ['unsettled', 1],
    ['uncertain', 0],
    ['failed', 0],
  ])('[WA25] counts a quiet %s message that was never accepted as lost %i times', (state, lost) => {
    expect(judge([], [claim('A', '1', state)]).lost).toHaveLength(lost)
  })

  it('[WA25] calls a second transmission a retry only while the id was never accepted', () => {
    const log = [sent('A', '1', { outcome: 'dropped' }), sent('A', '1'), sent('A', '1')]
    expect(judge(log, [claim('A', '1')]).retries).toEqual([log[1]])
  })

  it('[WA25] reports what was accepted and nobody claims, but not what a person typed', () => {
    const verdict = judge([sent('A', '1'), sent('B', '2', { byHand: true })], [])
    expect(verdict.unclaimed.map(({ id }) => id)).toEqual(['A'])
  })

  it('[WA25] sees a double through two ids of one chat, since a transmission names the person', () => {
    const log = [sent('A', '1', { chat: '9@lid' }), sent('B', '1', { chat: '1@c.us' })]
    expect(judge(log, [claim('A', '1'), claim('B', '1')]).doubles).toHaveLength(1)
  })
})
