/** Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu
/** Letters that no decomposition reaches, and Arabic letters that are typed for one another. */
const SAME: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
}
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g')
const ASCII = /^[\x20-\x7e]*$/

/**
 * The text as it is searched: lower case, without accents, compatibility forms alike, nothing invisible, every run of
 * white space one space. Text and query go through it, so 'muller' finds 'MÜLLER' and 'Muller'.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .replace(/\s+/gu, ' ')
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(SAME_LETTERS, (letter) => SAME[letter] ?? letter)
}
