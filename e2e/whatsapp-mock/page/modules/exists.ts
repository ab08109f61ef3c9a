import { contactOf } from '../chats.ts'
import { ServerStatusCodeError } from '../errors.ts'
import type { State } from '../state.ts'
import { createWid, Wid } from '../wid.ts'
import { wire } from '../wire.ts'

export interface ExistsResult {
  wid: Wid
  lid: Wid
  biz: boolean
  bizInfo: undefined
  disappearingMode: undefined
}

/** Asks WhatsApp. Null is "not on WhatsApp", an error is "could not ask": two different answers. It learns the LID on the way. */
export async function queryWidExists(state: State, wid: Wid): Promise<ExistsResult | null> {
  if (!(wid instanceof Wid)) throw new TypeError('queryWidExists needs a wid')
  const answer = await wire.exists(wid.toString()).catch(() => ({ kind: 'error' as const, status: 503 }))
  if (answer.kind === 'error') throw new ServerStatusCodeError(answer.status)
  if (answer.kind === 'absent') return null
  const { person, answerWith } = answer
  if (!state.boot.people.some(({ phone }) => phone === person.phone)) state.boot.people.push(person)
  await state.learn(person)
  contactOf(state, person)
  const lid = createWid(`${person.lid}@lid`)
  const named = answerWith === 'lid' ? lid : createWid(`${person.phone}@c.us`)
  return { wid: named, lid, biz: person.business, bizInfo: undefined, disappearingMode: undefined }
}
