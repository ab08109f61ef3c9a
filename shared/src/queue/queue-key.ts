import { asMessageId, type MessageId } from '../ids/index.ts'

/** How far one attempt has come; a receipt (`sent` and better) also moves the message. */
export const RECEIPTS = ['sent', 'delivered', 'read', 'played'] as const
export type Receipt = (typeof RECEIPTS)[number]
/** Weakest first. */
export const STEPS = ['reserved', 'dispatching', 'uncertain', 'failed'] as const
export type Step = (typeof STEPS)[number]

/** A key of a queue document, read. */
export type QueueKey =
  | { readonly kind: 'message'; readonly id: MessageId }
  | {
      readonly kind: 'attempt'
      readonly id: MessageId
      /** From 1. */
      readonly attempt: number
      /** The lease's under which the attempt was reserved. */
      readonly fence: number
      readonly state: Step | Receipt
    }
  | { readonly kind: 'decided'; readonly id: MessageId; readonly attempt: number; readonly member: string }
  | { readonly kind: 'stop'; readonly id: MessageId; readonly member: string }
  | { readonly kind: 'end'; readonly id: MessageId }

const ATTEMPT = /^([1-9]\d{0,5})\.(\d{1,15})\.([a-z]+)$/
const DECIDED = /^([1-9]\d{0,5})\.decided\.([^/~.]{1,64})$/
const STOP = /^stop\.([^/~.]{1,64})$/

/** The key as it stands in the document. */
export function queueKey(key: QueueKey): string {
  switch (key.kind) {
    case 'message':
      return key.id
    case 'attempt':
      return `${key.id}~${key.attempt}.${key.fence}.${key.state}`
    case 'decided':
      return `${key.id}~${key.attempt}.decided.${key.member}`
    case 'stop':
      return `${key.id}~stop.${key.member}`
    case 'end':
      return `${key.id}~end`
  }
}

/** Reads a key; undefined for one of a later build or of none. */
export function parseQueueKey(key: string): QueueKey | undefined {
  const [idText = '', tail, ...more] = key.split('~')
  const id = asMessageId(idText)
  if (!id || more.length > 0) return undefined
  if (tail === undefined) return { kind: 'message', id }
  if (tail === 'end') return { kind: 'end', id }
  const [, stopper] = STOP.exec(tail) ?? []
  if (stopper !== undefined) return { kind: 'stop', id, member: stopper }
  const [, decidedAttempt, member] = DECIDED.exec(tail) ?? []
  if (member !== undefined) return { kind: 'decided', id, attempt: Number(decidedAttempt), member }
  const [, attempt, fence, word] = ATTEMPT.exec(tail) ?? []
  const state = [...STEPS, ...RECEIPTS].find((known) => known === word)
  return state && { kind: 'attempt', id, attempt: Number(attempt), fence: Number(fence), state }
}
