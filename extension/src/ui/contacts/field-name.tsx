import type { ReactNode } from 'react'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { MessageDescriptor } from '@lingui/core'
import { STANDARD_FIELDS, type StandardField } from '@parley/shared/contacts'
import { useWorkspace } from '../workspace/use-workspace.tsx'

const NAMES: Readonly<Record<StandardField, MessageDescriptor>> = {
  phone: msg`Phone`,
  fullName: msg`Full name`,
  firstName: msg`First name`,
  lastName: msg`Last name`,
  email: msg`Email`,
  company: msg`Company`,
  jobTitle: msg`Job title`,
  city: msg`City`,
  country: msg`Country`,
  language: msg`Language`,
  birthday: msg`Birthday`,
  notes: msg`Notes`,
  phone2: msg`Second phone`,
  phone3: msg`Third phone`,
  middleName: msg`Middle name`,
  nickname: msg`Nickname`,
  email2: msg`Second email`,
  department: msg`Department`,
  address: msg`Address`,
  region: msg`Region`,
  postalCode: msg`Postal code`,
  website: msg`Website`,
}

const STANDARD_BY_ID = new Map<string, StandardField>(
  Object.entries(STANDARD_FIELDS).map(([name, id]) => [id, name as StandardField]),
)

export interface NamedField {
  readonly id: string
  readonly name: string
}

/** The name of a field by its id: a standard one in the person's language, a custom one as the workspace calls it. */
export function useFieldName(): (id: string) => string {
  const { i18n } = useLingui()
  const { fields } = useWorkspace()
  return (id) => {
    const standard = STANDARD_BY_ID.get(id)
    return standard ? i18n._(NAMES[standard]) : (fields.find((field) => field.id === id)?.name ?? id)
  }
}

const { phone, fullName, firstName, lastName } = STANDARD_FIELDS

/** The name first, then the other standard fields, then the workspace's own. */
export function useFields(): NamedField[] {
  const nameOf = useFieldName()
  const { fields } = useWorkspace()
  return [
    ...new Set<string>([
      fullName,
      firstName,
      lastName,
      phone,
      ...Object.values(STANDARD_FIELDS),
      ...fields.map(({ id }) => id),
    ]),
  ].map((id) => ({
    id,
    name: nameOf(id),
  }))
}

export function FieldName({ id }: { id: string }): ReactNode {
  return <bdi>{useFieldName()(id)}</bdi>
}
