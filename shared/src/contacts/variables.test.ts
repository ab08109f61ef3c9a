import { describe, expect, it } from 'vitest'
import type { ContactId, FieldId, OpId } from '../ids/index.ts'
import { checkTemplate, render } from '../templates/index.ts'
import type { Contact } from './contact.ts'
import { STANDARD_FIELDS } from './standard-fields.ts'
import { variableNames, variableValues } from './variables.ts'

const field = (id: string, name: string) => ({ id: id as FieldId, name })
const contact = (fields: Partial<Record<keyof typeof STANDARD_FIELDS, string>>): Contact => ({
  id: 'contact000000001' as ContactId,
  fields: Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [STANDARD_FIELDS[key as keyof typeof STANDARD_FIELDS], value]),
  ),
  tags: [],
  groups: [],
  deleted: false,
  createdAt: 0,
  createdBy: 'op00000001' as OpId,
})

describe('variable names', () => {
  it('[TE11] a standard field is called by its key in snake case, a custom one by its own name', () => {
    const names = variableNames([
      field('aaaaaaaa', 'Shoe size'),
      field('bbbbbbbb', ' Größe (EU)'),
      field('cccccccc', 'कक्षा'),
    ])
    expect(names.get('first_name')).toBe(STANDARD_FIELDS.firstName)
    expect(names.get('phone2')).toBe(STANDARD_FIELDS.phone2)
    expect([...names].slice(-3)).toEqual([
      ['shoe_size', 'aaaaaaaa'],
      ['größe_eu', 'bbbbbbbb'],
      ['कक्षा', 'cccccccc'],
    ])
  })

  it('[TE11] a name that is taken gets a number in the order of the ids, whatever order the fields come in', () => {
    const fields = [
      field('cccccccc', 'A-B'),
      field('aaaaaaaa', 'A B'),
      field('bbbbbbbb', 'a/b'),
      field('dddddddd', 'City'),
    ]
    const names = variableNames(fields)
    expect([...names].slice(-4)).toEqual([
      ['a_b', 'aaaaaaaa'],
      ['a_b_2', 'bbbbbbbb'],
      ['a_b_3', 'cccccccc'],
      ['city_2', 'dddddddd'],
    ])
    expect(variableNames(fields.toReversed())).toEqual(names)
  })

  it('[TE11] whatever a field is called, a template can ask for it', () => {
    const odd = [
      'Empty',
      'contains',
      'not',
      '2024',
      '2nd phone',
      '🎂',
      '__proto__',
      'constructor',
      '٣',
      'if',
      'اسم العميل',
    ]
    const names = variableNames(odd.map((name, index) => field(`field00${String.fromCharCode(97 + index)}`, name)))
    const custom = [...names.keys()].slice(-odd.length)
    for (const name of custom) {
      const body = `{{ ${name} | default: "-" }}`
      expect(checkTemplate(body, names.keys()), name).toEqual({ problems: [], variables: [{ name, fallback: '-' }] })
      expect(render({ body, locale: 'en', timeZone: 'UTC' }, { [name]: 'x' }), name).toEqual({ ok: true, text: 'x' })
    }
  })
})

describe('variable values', () => {
  const names = variableNames([])

  it('[TE12] absent and blank fields are left out', () => {
    const values = variableValues(contact({ firstName: 'Ada', company: '  ', city: '\u200b' }), names)
    expect(values).toEqual({ first_name: 'Ada' })
  })

  it.each([
    ['Anna Schmidt', 'Anna'],
    ['Jean-Luc Picard', 'Jean-Luc'],
    ["Zoë O'Brien", 'Zoë'],
    ['Leonard McCoy', 'Leonard'],
  ])('[TE12] the first name of %s is plain to see', (fullName, first) => {
    expect(variableValues(contact({ fullName }), names)).toEqual({ full_name: fullName, first_name: first })
  })

  it.each([
    'Anna',
    'Anna Maria Schmidt',
    'Schmidt, Anna',
    'SCHMIDT Anna',
    'Dr. Schmidt',
    'Frau Schmidt',
    'Müller GmbH',
    'Acme Ltd',
    'anna schmidt',
    'Anna 2',
    'A. Schmidt',
    'Anna &Co',
    '山田 太郎',
    'Иванов Иван',
    'عبد الله',
  ])('[TE12] nobody is called by a first word that may be something else: %s', (fullName) => {
    expect(variableValues(contact({ fullName }), names)).not.toHaveProperty('first_name')
  })

  it('[TE12] a first name given wins; a firm and a country that puts the family first give none', () => {
    expect(variableValues(contact({ fullName: 'Anna Schmidt', firstName: 'Änne' }), names)).toMatchObject({
      first_name: 'Änne',
    })
    const firm = contact({ fullName: 'Bäckerei Schmidt', company: 'Bäckerei Schmidt' })
    expect(variableValues(firm, names)).not.toHaveProperty('first_name')
    expect(variableValues(contact({ fullName: 'Nagy Anna', phone: '+36201234567' }), names)).not.toHaveProperty(
      'first_name',
    )
  })
})
