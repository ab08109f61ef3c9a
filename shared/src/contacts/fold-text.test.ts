import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'

describe('foldText', () => {
  it.each([
    ['Ann', 'ann'],
    ['MÜLLER', 'muller'],
    ['Straße', 'strasse'],
    ['ŁÓDŹ', 'lodz'],
    ['Søren Kierkegård', 'soren kierkegard'],
    ['İstanbul', 'istanbul'],
    ['Isparta ılıca', 'isparta ilica'],
    ['Ｆｕｌｌ\u00a0width', 'full width'],
    ['two\n lines', 'two lines'],
    ['ﷴ', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['شركة', 'شركه'],
    ['علی', 'علي'],
    ['שָׁלוֹם', 'שלום'],
    ['Ёлка', 'елка'],
    ['한국', '한국'],
    ['ｶﾞ', 'ガ'],
    ['\u202eabc\u202c\u200b', 'abc'],
    ['हिन्दी', 'हिन्दी'],
  ])('[CO22] %s is found as %s', (text, folded) => {
    expect(foldText(text)).toBe(foldText(folded))
  })

  it('[CO22] keeps apart what is not the same letter', () => {
    expect(foldText('हिन्दी')).not.toBe(foldText('हन्द'))
    expect(foldText('が')).not.toBe(foldText('か'))
    expect(foldText('Ann')).not.toBe(foldText('Amm'))
  })

  it('[CO22] folding twice changes nothing', () => {
    for (const text of ['İSTANBUL', 'Straße', 'ﷴ', 'Ｆｕｌｌ', 'ŁÓDŹ Ǆ ﬁ'])
      expect(foldText(foldText(text))).toBe(foldText(text))
  })
})
