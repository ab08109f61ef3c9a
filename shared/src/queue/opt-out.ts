import { OPT_OUT_WORDS } from './opt-out-words.ts'

// Latin and Greek accents, Arabic vowel signs and the tatweel: people leave them out.
const MARKS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu
const INVISIBLE = /[\p{Cf}\ufe0f]/gu
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu

const known = new Set(Object.values(OPT_OUT_WORDS).flat().map(plain))

/**
 * True if the whole message says "stop writing to me" in a language we know: "STOP!", "« arrêt »", "İPTAL". A message
 * that says more ("stop by tomorrow") is for a person to read.
 */
export function isOptOut(text: string): boolean {
  // Longer than any phrase can be, and normalising a long text costs.
  return text.length <= 120 && known.has(plain(text))
}

/** The same for spellings that mean the same: width, case, accents, Turkish i, Arabic alef and yeh, punctuation. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(MARKS, '')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('ٱ', 'ا')
    .replaceAll(/[ىی]/gu, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ة', 'ه')
    .replaceAll(/[\s\p{Pd}_'’.,]+/gu, ' ')
    .replaceAll(EDGES, '')
    .normalize('NFC')
}
