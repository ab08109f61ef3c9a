/**
 * Characters that draw nothing and change what a text equals: soft hyphen, zero-width and word joiners, bidi marks,
 * embeddings and isolates, BOM, tags, controls. Chat exports and pasted numbers are full of them.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu

/** The text without characters that draw nothing; every kind of white space becomes one space; trimmed. */
export function visibleText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim()
}

/** `visibleText` for display: keeps the joiners that emoji families and Persian words are written with. */
export function tidyText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, (character) => (character === '\u200c' || character === '\u200d' ? character : ''))
    .trim()
}
