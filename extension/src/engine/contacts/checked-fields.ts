import { asFieldId, ruleDoc, type FieldId } from '@parley/shared/ids'
import { PHONE_FIELDS, readNumber, STANDARD_FIELDS } from '@parley/shared/contacts'
import { readFields, readPolicy } from '@parley/shared/workspace'
import { CallFailure } from '../calls/failure.ts'
import type { Work } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'

const STANDARD: ReadonlySet<string> = new Set(Object.values(STANDARD_FIELDS))

/**
 * What a person typed into fields, as it is stored: trimmed, numbers as E.164, '' as null. Throws CallFailure
 * `invalid-field` for a field nobody defined and for a number that is none.
 */
export async function checkFields<V extends string | null>(
  work: Work,
  { workspace }: Layout,
  typed: Readonly<Record<string, V>>,
): Promise<[FieldId, string | null][]> {
  const { custom, country } = await work.read(ruleDoc(workspace), (rule) => ({
    custom: new Set<string>(readFields(rule).map(({ id }) => id)),
    country: readPolicy(rule)?.country ?? '',
  }))
  return Object.entries(typed).map(([text, value]) => {
    const field = asFieldId(text)
    if (!field || !(STANDARD.has(text) || custom.has(text))) refuse(text, 'unknown-field')
    return [field, checkValue(field, value?.trim() || null, country)]
  })
}

function checkValue(field: FieldId, value: string | null, country: string): string | null {
  if (value === null || !PHONE_FIELDS.includes(field)) return value
  const reading = readNumber(value, country)
  return reading.ok ? reading.e164 : refuse(field, reading.reason)
}

function refuse(field: string, problem: string): never {
  throw new CallFailure({ reason: 'invalid-field', field, problem })
}
