import { expect, it } from 'vitest'
import { outcomeOf, outcomeOfError } from './send-result.ts'

const NOW = 1_800_000_000

it('[WA8] only a plain OK is accepted, at the time WhatsApp gave it', () => {
  expect(outcomeOf({ messageSendResult: 'OK', t: 1_790_000_000 }, NOW)).toEqual({ kind: 'accepted', at: 1_790_000_000 })
  expect(outcomeOf({ messageSendResult: 'OK' }, NOW)).toEqual({ kind: 'accepted', at: NOW })
})

it('[WA8] a refusal by the server carries its code', () => {
  expect(outcomeOf({ messageSendResult: 'ERROR_UNKNOWN', ackErrorCode: 463 }, NOW)).toEqual({
    kind: 'failed',
    code: 463,
  })
})

it.each([
  [{ messageSendResult: 'ERROR_NETWORK' }, 'network'],
  [{ messageSendResult: 'ERROR_UNKNOWN' }, 'unknown'],
  [{ messageSendResult: 'SOMETHING_NEW' }, 'unknown'],
  [{}, 'unknown'],
  [undefined, 'unknown'],
])('[WA8] %o is uncertain, never failed', (result, reason) => {
  expect(outcomeOf(result, NOW)).toEqual({ kind: 'uncertain', reason })
})

it('[WA8] a send that threw is uncertain; a duplicate key is told apart', () => {
  class DuplicateMessageError extends Error {}
  expect(outcomeOfError(new DuplicateMessageError())).toEqual({ kind: 'uncertain', reason: 'duplicate' })
  expect(outcomeOfError(new Error('contact is blocked'))).toEqual({ kind: 'uncertain', reason: 'unknown' })
  expect(outcomeOfError('no error at all')).toEqual({ kind: 'uncertain', reason: 'unknown' })
})
