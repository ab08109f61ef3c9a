import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'

/** Which rule turned the number as written into the number as dialled today. Both are the same subscriber's. */
export type Rewritten = 'mx-1' | 'br-9'

interface CountryRule {
  readonly name: Rewritten
  /** E.164 as written, and what replaces it. */
  readonly written: RegExp
  readonly dialled: string
}

/**
 * Numbering plans that changed and whose old form people, and WhatsApp, still use:
 * - Mexico dropped the 1 before mobile numbers on 2019-08-03 (IFT, Plan Técnico Fundamental de Numeración).
 * - Brazil put a 9 before mobile numbers, the last area codes on 2016-11-06 (Anatel, Resolução 553/2010). Only 6, 8
 *   and 9 are rewritten: 7 was also Nextel's trunking range, which did not get the 9, and 2 to 5 are landlines.
 * Argentina's 9 is never added: without it the number is a landline's, and a landline may have WhatsApp too. (A
 * mobile written with 15, '011 15…', is turned into 9 by libphonenumber: the 15 says that it is one.)
 */
const RULES: readonly CountryRule[] = [
  { name: 'mx-1', written: /^\+521(\d{10})$/, dialled: '+52$1' },
  { name: 'br-9', written: /^\+55([1-9]{2})([689]\d{7})$/, dialled: '+55$19$2' },
]

/** The number as dialled today if a rule knows its old form; undefined if none does or the result is no valid number. */
export function modernise(e164: string): { number: PhoneNumber; rule: Rewritten } | undefined {
  for (const { name, written, dialled } of RULES) {
    if (!written.test(e164)) continue
    const number = parsePhoneNumberFromString(e164.replace(written, dialled))
    if (number?.isValid()) return { number, rule: name }
  }
  return undefined
}
