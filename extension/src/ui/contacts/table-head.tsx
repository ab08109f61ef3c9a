import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Text, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { sortedBy, useContactFilter, type ContactSort } from './contact-filter.tsx'
import styles from './contact-table.module.css'

/** Column heads; those the engine can sort by are buttons. `check` marks or unmarks everything in reach. */
export function TableHead({ check }: { check: ReactNode }): ReactNode {
  return (
    <div role="rowgroup" className={styles.top}>
      <div role="row" aria-rowindex={1} className={styles.head}>
        <div role="columnheader" className={styles.check}>
          {check}
        </div>
        <SortHead by="name">
          <Trans>Name</Trans>
        </SortHead>
        <SortHead by="phone">
          <Trans>Phone</Trans>
        </SortHead>
        <PlainHead>
          <Trans>Tags</Trans>
        </PlainHead>
        <PlainHead>
          <Trans>Consent</Trans>
        </PlainHead>
        <SortHead by="created">
          <Trans>Added</Trans>
        </SortHead>
      </div>
    </div>
  )
}

function PlainHead({ children }: { children: ReactNode }): ReactNode {
  return (
    <div role="columnheader" className={styles.cell}>
      <Text span fw={600} c="dimmed">
        {children}
      </Text>
    </div>
  )
}

function SortHead({ by, children }: { by: ContactSort; children: ReactNode }): ReactNode {
  const { filter, setFilter } = useContactFilter()
  const sorted = filter.sort === by
  const Arrow = filter.descending ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      className={styles.cell}
      aria-sort={sorted ? (filter.descending ? 'descending' : 'ascending') : 'none'}
    >
      <UnstyledButton
        className={styles.sort}
        data-sorted={sorted || undefined}
        onClick={() => {
          setFilter(sortedBy(filter, by))
        }}
      >
        {children}
        {sorted && <Arrow size={14} aria-hidden />}
      </UnstyledButton>
    </div>
  )
}
