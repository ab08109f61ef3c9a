import { describe, expect, it } from 'vitest'
import { isOptOut } from './opt-out.ts'
import { OPT_OUT_WORDS } from './opt-out-words.ts'

describe('opt-out words', () => {
  it('[QU22] every word of every language is one, also shouted, quoted and decorated', () => {
    expect(Object.keys(OPT_OUT_WORDS).length).toBeGreaterThanOrEqual(20)
    for (const word of Object.values(OPT_OUT_WORDS).flat()) {
      for (const text of [
        word,
        word.toUpperCase(),
        ` «${word}»! `,
        `${word}...`,
        `🙏 ${word} 🛑`,
        word.normalize('NFD'),
      ]) {
        expect(isOptOut(text), text).toBe(true)
      }
    }
  })

  it('[QU22] spellings that mean the same are the same', () => {
    const same = [
      'STOP!', 'ＳＴＯＰ', 's\u200btop', 'Opt-out', 'opt  out', 'Don’t contact me', 'ARRET', 'arrêt', 'Desabonnement',
      'İPTAL', 'IPTAL', 'iptal', 'ÇIKIŞ', 'çikis', 'Dezabonare', 'NICHT MEHR SCHREIBEN',
      'إِلْغَاء', 'الغاء الاشتراك', 'إلغـــاء', 'تَوَقَّف', 'لغو اشتراك', 'ΔΙΑΚΟΠΗ', 'Стоп.', 'STOP 🛑', '\u202bهסר\u202c'.replace('ه', 'ה'),
    ] // prettier-ignore
    for (const text of same) expect(isOptOut(text), text).toBe(true)
  })

  it('[QU22] a message that says more is left to a person', () => {
    const other = [
      '', ' ', '!', '🛑', 'stop by tomorrow', 'please do not stop', 'non stop', 'cancel my appointment at 5', 'unstoppable',
      'Can I unsubscribe my brother?', 'Ich will mich nicht abmelden', 'بس', 'نعم', 'ok', 'alto volumen', 'stopover',
      `stop${' '.repeat(200)}`.concat('now'),
    ] // prettier-ignore
    for (const text of other) expect(isOptOut(text), text).toBe(false)
  })
})
