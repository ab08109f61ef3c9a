import { describe, expect, it } from 'vitest'
import { STANDARD_FIELDS } from '../standard-fields.ts'
import type { FieldId } from '../../ids/index.ts'
import { mapHeaders, normaliseHeader } from './headers.ts'

const nameOfField = new Map<string, string>(Object.entries(STANDARD_FIELDS).map(([name, id]) => [`field:${id}`, name]))

/** The mapping as header → target, standard fields by name. */
function mapped(headers: string[], sample: string[][] = [], country = 'DE'): Record<string, string> {
  const entries = Object.entries(mapHeaders(headers, sample, country)).map(([column, target = '']) => [
    headers[Number(column)] ?? '',
    nameOfField.get(target) ?? target,
  ])
  return Object.fromEntries(entries) as Record<string, string>
}

const GOOGLE =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value'
const GOOGLE_LEGACY =
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title'
const OUTLOOK =
  "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,Primary Phone,Home Phone,Home Phone 2,Mobile Phone,Pager,Home Fax,Home Address,Home Street,Home City,Home State,Home Postal Code,Home Country,Spouse,Children,Manager's Name,Assistant's Name,Referred By,Company Main Phone,Business Phone,Business Phone 2,Business Fax,Assistant's Phone,Company,Job Title,Department,Other Phone,Car Phone,User 1,Keywords,Categories"

describe('mapHeaders', () => {
  it('[CO8] knows the current export of Google Contacts', () => {
    expect(mapped(GOOGLE.split(','))).toEqual({
      'First Name': 'firstName',
      'Middle Name': 'middleName',
      'Last Name': 'lastName',
      Nickname: 'nickname',
      'File As': 'fullName',
      'Organization Name': 'company',
      'Organization Title': 'jobTitle',
      'Organization Department': 'department',
      Birthday: 'birthday',
      Notes: 'notes',
      Labels: 'tags',
      'E-mail 1 - Value': 'email',
      'E-mail 2 - Value': 'email2',
      'Phone 1 - Value': 'phone:1',
      'Phone 2 - Value': 'phone:2',
      'Address 1 - Formatted': 'address',
      'Address 1 - City': 'city',
      'Address 1 - Region': 'region',
      'Address 1 - Postal Code': 'postalCode',
      'Address 1 - Country': 'country',
      'Website 1 - Value': 'website',
    })
  })

  it('[CO8] knows the former export of Google Contacts', () => {
    expect(mapped(GOOGLE_LEGACY.split(','))).toEqual({
      Name: 'fullName',
      'Given Name': 'firstName',
      'Additional Name': 'middleName',
      'Family Name': 'lastName',
      Nickname: 'nickname',
      Birthday: 'birthday',
      Occupation: 'jobTitle',
      Notes: 'notes',
      Language: 'language',
      'Group Membership': 'tags',
      'E-mail 1 - Value': 'email',
      'Phone 1 - Value': 'phone:1',
      'Organization 1 - Name': 'company',
    })
  })

  it('[CO8] tries the mobile phone of an Outlook export first and never a fax', () => {
    const mapping = mapped(OUTLOOK.split(','))
    const phones = Object.entries(mapping).filter(([, target]) => target.startsWith('phone:'))
    expect(phones.sort((a, b) => Number(a[1].slice(6)) - Number(b[1].slice(6))).map(([header]) => header)).toEqual([
      'Mobile Phone',
      'Primary Phone',
      'Other Phone',
      'Car Phone',
      'Company Main Phone',
      'Business Phone',
      'Business Phone 2',
      'Home Phone',
      'Home Phone 2',
    ])
    expect(mapping).toMatchObject({
      Company: 'company',
      Categories: 'tags',
      'Home City': 'city',
      'Web Page': 'website',
    })
    expect(Object.keys(mapping).filter((header) => /fax|pager/i.test(header))).toEqual([])
  })

  it.each([
    ['es', 'Nombre|Apellidos|Móvil|Correo electrónico|Empresa|Ciudad|Etiquetas|Notas'],
    ['pt', 'Nome|Sobrenome|Celular|E-mail|Empresa|Cidade|Marcadores|Observações'],
    ['de', 'Vorname|Nachname|Handynummer|E-Mail-Adresse|Firma|Ort|Schlagworte|Bemerkungen'],
    ['fr', 'Prénom|Nom|Téléphone portable|Courriel|Société|Ville|Étiquettes|Remarques'],
    ['it', 'Nome|Cognome|Cellulare|Posta elettronica|Azienda|Città|Etichette|Note'],
    ['id', 'Nama Depan|Nama Belakang|No. HP|Alamat Email|Perusahaan|Kota|Kategori|Catatan'],
    ['ar', 'الاسم الأول|اسم العائلة|رقم الجوال|البريد الإلكتروني|الشركة|المدينة|الوسوم|ملاحظات'],
    ['hi', 'पहला नाम|उपनाम|मोबाइल नंबर|ईमेल|कंपनी|शहर|टैग|टिप्पणी'],
    ['tr', 'Adı|Soyadı|Cep Telefonu|E-posta|Şirket|Şehir|Etiketler|Notlar'],
    ['ru', 'Имя|Фамилия|Мобильный телефон|Эл. почта|Компания|Город|Метки|Примечание'],
  ])('[CO8] reads headers in %s', (_language, headers) => {
    const fields = ['firstName', 'lastName', 'phone:1', 'email', 'company', 'city', 'tags', 'notes']
    expect(Object.values(mapped(headers.split('|')))).toEqual(fields)
  })

  it('[CO8] prefers the WhatsApp column to other phones', () => {
    expect(mapped(['Nama', 'Telepon Rumah', 'No. HP', 'No WA'])).toEqual({
      Nama: 'fullName',
      'Telepon Rumah': 'phone:3',
      'No. HP': 'phone:2',
      'No WA': 'phone:1',
    })
  })

  it('[CO8] takes half a name for the whole when the file has no other half', () => {
    expect(mapped(['Nome', 'Telefone'])).toMatchObject({ Nome: 'fullName' })
    expect(mapped(['Nom', 'Téléphone'])).toMatchObject({ Nom: 'fullName' })
    expect(mapped(['First name', 'Phone'])).toMatchObject({ 'First name': 'firstName' })
  })

  it('[CO9] lets the values decide where the header does not', () => {
    const numbers = [['+49 151 12345678'], ['0170 1234567'], ['']]
    expect(mapped(['Contact'], numbers)).toEqual({ Contact: 'phone:1' })
    expect(mapped(['Contact'], [['Ann'], ['Bo']])).toEqual({ Contact: 'fullName' })
    expect(mapped(['xyz'], numbers)).toEqual({ xyz: 'phone:1' })
    expect(
      mapped(
        ['No', 'Phone'],
        [
          ['1', '0170 1234567'],
          ['2', '0151 12345678'],
        ],
      ),
    ).toEqual({ Phone: 'phone:1' })
    expect(mapped(['Phone', 'Customer no.'], [['0170 1234567', '017012345']])).toMatchObject({ Phone: 'phone:1' })
  })

  it('[CO9] makes fields of unknown columns that hold something and leaves empty ones out', () => {
    expect(mapped(['Phone', 'Shoe size', 'Empty'], [['0170 1234567', '42', ' ']])).toEqual({
      Phone: 'phone:1',
      'Shoe size': 'custom:Shoe size',
    })
  })

  it('[CO9] finds a field of the workspace by its name, before the standard ones', () => {
    const custom = [{ id: 'abcd1234' as FieldId, name: 'Shoe Size' }]
    expect(mapHeaders(['SHOE_SIZE'], [['42']], 'DE', custom)).toEqual({ 0: 'field:abcd1234' })
  })

  it('[CO9] takes a source for a field unless the file says who agreed', () => {
    expect(mapped(['Phone', 'Source'])).toEqual({ Phone: 'phone:1', Source: 'custom:Source' })
    expect(mapped(['Phone', 'Source', 'Opt-in'])).toMatchObject({ Source: 'consentSource', 'Opt-in': 'optIn' })
  })

  it('[CO10] survives the same header twice, none at all and names of object members', () => {
    expect(
      mapHeaders(['Notes', 'Notes', 'notes', '', '__proto__', 'constructor'], [['a', 'b', 'c', 'd', 'e', 'f']], 'DE'),
    ).toEqual({
      0: `field:${STANDARD_FIELDS.notes}`,
      1: 'custom:Notes',
      2: 'custom:notes',
      3: 'custom:#4',
      4: 'custom:__proto__',
      5: 'custom:constructor',
    })
    expect(mapHeaders(['X', 'X'], [['a', 'b']], 'DE')).toEqual({ 0: 'custom:X', 1: 'custom:X 2' })
  })

  it('[CO8] ignores case, accents, punctuation and camel case in headers', () => {
    expect(normaliseHeader('E-mail 1 - Value')).toBe('e mail 1 value')
    expect(normaliseHeader('phoneNumber')).toBe('phone number')
    expect(normaliseHeader('\ufeffTeléfono: ')).toBe('telefono')
    expect(normaliseHeader('ŞEHİR')).toBe('sehir')
  })
})
