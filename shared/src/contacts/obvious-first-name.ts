import { phonesOf, type ContactContent } from './contact.ts'
import { STANDARD_FIELDS } from './standard-fields.ts'

/** Every capital followed by small letters or an apostrophe: 'Anna', 'Jean-Luc', "O'Brien", 'McCoy', never 'GmbH'. */
const NAME = /^(?:\p{Lu}\p{M}*(?:['’]|(?:\p{Ll}\p{M}*)+)-?)+$/u
const LATIN = /^[\p{Script=Latin}\p{M}'’-]+$/u

/** Words people put before or after a name, or that end a firm's. */
const NO_NAME = new Set<string>([
  ...['mr', 'mrs', 'ms', 'miss', 'sir', 'dr', 'prof', 'herr', 'frau', 'fräulein', 'm', 'mme', 'mlle'],
  ...['sr', 'sra', 'srta', 'don', 'doña', 'dom', 'dona', 'sig', 'inc', 'ltd', 'corp', 'co', 'llc'],
])

/** Where the family name is written first: Hungary, Vietnam, Japan, Korea, China and its neighbours, Cambodia. */
const FAMILY_FIRST = ['+36', '+84', '+81', '+82', '+86', '+852', '+853', '+855', '+886']

/**
 * The first word of a full name where nobody could doubt that it is the first name: exactly two words of Latin letters,
 * each a capital with small letters, none of them a title or the end of a firm's name, the whole not the contact's
 * company, and no number of a country where the family name comes first. Else undefined: a greeting that falls back to
 * its default is better than 'Hi Mrs' or 'Hi GmbH'.
 */
export function obviousFirstName(fullName: string, contact: Pick<ContactContent, 'fields'>): string | undefined {
  const [first, last, ...more] = fullName.trim().split(/\s+/u)
  if (first === undefined || last === undefined || more.length > 0) return undefined
  if (![first, last].every(isName)) return undefined
  if (contact.fields[STANDARD_FIELDS.company]?.trim() === fullName.trim()) return undefined
  const familyFirst = phonesOf(contact).some((phone) => FAMILY_FIRST.some((code) => phone.startsWith(code)))
  return familyFirst ? undefined : first
}

function isName(word: string): boolean {
  return LATIN.test(word) && NAME.test(word) && !NO_NAME.has(word.toLowerCase())
}
