import { useLingui } from '@lingui/react/macro'
import { useFields } from '../contacts/field-name.tsx'
import { isPhoneField } from '../contacts/phone-field.ts'

export interface TargetOption {
  readonly value: string
  readonly label: string
}

export interface TargetGroup {
  readonly group: string
  readonly items: TargetOption[]
}

const REPEATABLE = ['tags', 'optOut', 'optIn']

/** Several columns may carry tags or a yes to the same question; every other target takes one column. */
export function isRepeatable(target: string): boolean {
  return REPEATABLE.includes(target)
}

/** Everything the column called `header` may fill, a field of its own included. */
export function useTargets(header: string): TargetGroup[] {
  const { t } = useLingui()
  const fields = useFields().filter(({ id }) => !isPhoneField(id))
  return [
    {
      group: t`Number`,
      items: [
        { value: 'phone:1', label: t`Phone` },
        { value: 'phone:2', label: t`Phone, if the first is empty` },
        { value: 'phone:3', label: t`Phone, if both are empty` },
      ],
    },
    { group: t`Fields`, items: fields.map(({ id, name }) => ({ value: `field:${id}`, label: name })) },
    {
      group: t`Tags and consent`,
      items: [
        { value: 'tags', label: t`Tags` },
        { value: 'optOut', label: t`Opted out (yes or no)` },
        { value: 'optIn', label: t`Agreed (yes or no)` },
        { value: 'consentSource', label: t`How they agreed` },
        { value: 'consentDate', label: t`Agreed on` },
      ],
    },
    { group: t`New field`, items: [{ value: `custom:${header}`, label: t`New field: ${header}` }] },
  ]
}
