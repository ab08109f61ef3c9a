import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Pagination } from '@mantine/core'

interface Props {
  /** In all. */
  readonly rows: number
  /** On one page. */
  readonly ofRows: number
  /** From 1. */
  readonly page: number
  readonly onChange: (page: number) => void
}

/** The way through a long table, where it has more than one page. */
export function Pages({ rows, ofRows, page, onChange }: Props): ReactNode {
  const { t } = useLingui()
  if (rows <= ofRows) return null
  const labels: Record<string, string> = {
    first: t`First page`,
    previous: t`Previous page`,
    next: t`Next page`,
    last: t`Last page`,
  }
  return (
    <Pagination
      size="sm"
      total={Math.ceil(rows / ofRows)}
      value={page}
      onChange={onChange}
      getControlProps={(control) => ({ 'aria-label': labels[control] })}
    />
  )
}
