import type { FieldId } from '../ids/index.ts'

/**
 * The fields every workspace has. Their ids are fixed and readable; custom fields have random ids and are defined in
 * the workspace's rule document.
 */
export const STANDARD_FIELDS = {
  phone: 'phone001' as FieldId,
  fullName: 'fullName' as FieldId,
  firstName: '1stName0' as FieldId,
  lastName: 'lastName' as FieldId,
  email: 'email001' as FieldId,
  company: 'company0' as FieldId,
  jobTitle: 'jobTitle' as FieldId,
  city: 'city0000' as FieldId,
  country: 'country0' as FieldId,
  language: 'language' as FieldId,
  birthday: 'birthday' as FieldId,
  notes: 'notes000' as FieldId,
  phone2: 'phone002' as FieldId,
  phone3: 'phone003' as FieldId,
  middleName: 'midName0' as FieldId,
  nickname: 'nickname' as FieldId,
  email2: 'email002' as FieldId,
  department: 'departmt' as FieldId,
  address: 'address0' as FieldId,
  region: 'region00' as FieldId,
  postalCode: 'postCode' as FieldId,
  website: 'website0' as FieldId,
} as const

export type StandardField = keyof typeof STANDARD_FIELDS

/** The fields that hold a number under which WhatsApp may know the contact, best first. */
export const PHONE_FIELDS: readonly FieldId[] = [STANDARD_FIELDS.phone, STANDARD_FIELDS.phone2, STANDARD_FIELDS.phone3]
