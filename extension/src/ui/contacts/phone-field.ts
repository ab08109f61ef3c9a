import { PHONE_FIELDS } from '@parley/shared/contacts'

export function isPhoneField(field: string): boolean {
  return (PHONE_FIELDS as readonly string[]).includes(field)
}
