import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Pill } from '@mantine/core'
import { useContactFilter } from './contact-filter.tsx'

/** Says that only one import's contacts are shown, and takes that back. */
export function OperationFilter(): ReactNode {
  const { t } = useLingui()
  const { filter, setFilter } = useContactFilter()
  if (filter.operation === undefined) return null
  return (
    <Group>
      <Pill
        size="md"
        withRemoveButton
        removeButtonProps={{ 'aria-label': t`Show all contacts`, 'aria-hidden': false, tabIndex: 0 }}
        onRemove={() => {
          setFilter({ ...filter, operation: undefined })
        }}
      >
        <Trans>Only contacts this import created</Trans>
      </Pill>
    </Group>
  )
}
