import { expect, it } from 'vitest'
import { styledText } from './whatsapp-text.ts'

it('the preview shows the marks of WhatsApp as WhatsApp does', () => {
  expect(styledText('Hi *Anna*, _now_ ~later~ `x` ```y\nz```!')).toEqual([
    { style: 'plain', text: 'Hi ' },
    { style: 'bold', text: 'Anna' },
    { style: 'plain', text: ', ' },
    { style: 'italic', text: 'now' },
    { style: 'plain', text: ' ' },
    { style: 'struck', text: 'later' },
    { style: 'plain', text: ' ' },
    { style: 'code', text: 'x' },
    { style: 'plain', text: ' ' },
    { style: 'code', text: 'y\nz' },
    { style: 'plain', text: '!' },
  ])
})

it('a mark that stands alone, between letters or before a space is a letter like others', () => {
  for (const text of ['5*3*2', 'a * b * c', 'snake_case_name', '* one\n* two', '**', ''])
    expect(
      styledText(text)
        .map((part) => part.text)
        .join(''),
      text,
    ).toBe(text)
  expect(styledText('* one\n* two')).toEqual([{ style: 'plain', text: '* one\n* two' }])
})
