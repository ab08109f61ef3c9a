import type { InsertResult } from '../panel-protocol.ts'
import { isInserted, readComposer } from './composer-text.ts'
import { select, SELECTORS } from './selectors.ts'

/**
 * Puts `text` at the caret of the open chat's composer, as typing would; a person presses Send. A synthetic
 * `beforeinput` is the one way that keeps line breaks and emoji in both browsers. The editor updates itself later, so
 * the outcome is read after two frames, and no second way is tried on top: that is how text gets doubled.
 */
export async function insertDraft(text: string): Promise<InsertResult> {
  const composer = select(SELECTORS.composer)
  if (!composer) return 'no-composer'
  const before = readComposer(composer)
  composer.focus()
  composer.dispatchEvent(
    new InputEvent('beforeinput', {
      inputType: 'insertText',
      data: text,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  )
  await frame()
  await frame()
  return isInserted(before, readComposer(composer), text) ? 'inserted' : 'changed'
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve()
    })
  })
}
