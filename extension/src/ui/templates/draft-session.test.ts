import { expect, it } from 'vitest'
import { DraftSession } from './draft-session.ts'

type Answer = { body: string | null } | undefined

/** A session over an engine that answers when the test says so. */
function begin(body = '') {
  const sent: { body: string; base: string; answer: (answer: Answer) => void }[] = []
  const tracked: Promise<void>[] = []
  let due: (() => void) | undefined
  const session = new DraftSession({
    body,
    save: (text, base) =>
      new Promise<Answer>((answer) => {
        sent.push({ body: text, base, answer })
      }),
    track: (saved) => {
      tracked.push(saved)
      return saved
    },
    later: (act) => {
      due = act
      return () => {
        due = undefined
      }
    },
  })
  const pause = async (): Promise<void> => {
    due?.()
    await Promise.resolve()
  }
  const answer = async (at: number, given: Answer): Promise<void> => {
    sent[at]?.answer(given)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { session, sent, tracked, pause, answer }
}

it('[TE17] what is typed is sent once the person pauses, with the body it began from', async () => {
  const { session, sent, pause, answer } = begin('Hi')
  session.type('Hi A')
  session.type('Hi An')
  expect(sent).toEqual([])
  await pause()
  expect(sent).toMatchObject([{ body: 'Hi An', base: 'Hi' }])
  expect(session.isSaved).toBe(false)
  await answer(0, { body: null })
  expect(session.isSaved).toBe(true)
})

it('[TE17] what is typed while a save is under way is sent after it', async () => {
  const { session, sent, pause, answer } = begin()
  session.type('one')
  await pause()
  session.type('one two')
  await answer(0, { body: null })
  expect(sent).toMatchObject([{ body: 'one' }, { body: 'one two', base: 'one' }])
  await answer(1, { body: null })
  expect(session.isSaved).toBe(true)
})

it('[TE17] the badge is told of unsaved words from the first letter until the engine has the last', async () => {
  const { session, tracked, pause, answer } = begin()
  let saved = false
  session.type('a')
  expect(tracked).toHaveLength(1)
  void tracked[0]?.then(() => (saved = true))
  await pause()
  session.type('ab')
  await answer(0, { body: null })
  expect(saved).toBe(false)
  await answer(1, { body: null })
  expect(saved).toBe(true)
  session.type('abc')
  expect(tracked).toHaveLength(2)
})

it('[TE10] what another person wrote meanwhile is on screen beside what is being typed', async () => {
  const { session, sent, pause, answer } = begin('Hi!\nBye')
  session.type('Hi Anna!\nBye')
  session.heard('Hi!\nBye, see you')
  expect(session.text()).toBe('Hi Anna!\nBye, see you')
  await pause()
  expect(sent).toMatchObject([{ body: 'Hi Anna!\nBye, see you', base: 'Hi!\nBye, see you' }])
  session.type('Hi dear Anna!\nBye, see you')
  await answer(0, { body: 'Hi Anna!\nBye, see you soon' })
  expect(session.text()).toBe('Hi dear Anna!\nBye, see you soon')
  expect(sent[1]).toMatchObject({ body: 'Hi dear Anna!\nBye, see you soon', base: 'Hi Anna!\nBye, see you soon' })
})

it('[TE17] an older body heard while a save is under way changes nothing', async () => {
  const { session, pause, answer } = begin()
  session.type('typed')
  await pause()
  session.heard('')
  await answer(0, { body: null })
  session.heard('typed')
  expect(session.text()).toBe('typed')
})

it('[TE17] refused, the words stay, the badge says so, and the next letter tries again', async () => {
  const { session, sent, tracked, pause, answer } = begin()
  session.type('kept')
  await pause()
  const refused = expect(tracked[0]).rejects.toThrow()
  await answer(0, undefined)
  await refused
  expect(session.text()).toBe('kept')
  expect(session.isSaved).toBe(false)
  session.type('kept!')
  await pause()
  await answer(1, { body: null })
  expect(sent[1]).toMatchObject({ body: 'kept!', base: '' })
  expect(session.isSaved).toBe(true)
})
