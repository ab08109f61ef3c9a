import type { TemplateVariable } from '@parley/shared/templates'
import type { ContactValues } from '../../engine/calls.ts'

/** The contact who lacks most of what the template asks for; among equals who says least, then who comes first. */
export function emptiest(
  contacts: readonly ContactValues[],
  variables: readonly Pick<TemplateVariable, 'name'>[],
): ContactValues | undefined {
  const lacks = ({ values }: ContactValues): number => variables.filter(({ name }) => !(name in values)).length
  const says = ({ values }: ContactValues): number => Object.keys(values).length
  return contacts.toSorted((left, right) => lacks(right) - lacks(left) || says(left) - says(right))[0]
}
