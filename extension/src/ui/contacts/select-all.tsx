import { useState, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Checkbox } from '@mantine/core'
import { call } from '../kit/engine-client.ts'
import type { ContactQuery } from './contact-filter.tsx'
import type { Selection } from './selection.ts'

const PAGE_ROWS = 500

interface Props {
  readonly query: ContactQuery
  readonly matching: number
  readonly selection: Selection
}

/** Marks every matching contact, not only those on screen. */
export function SelectAll({ query, matching, selection }: Props): ReactNode {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const some = selection.ids.size > 0
  async function selectAll(): Promise<void> {
    setBusy(true)
    try {
      selection.add(await idsOf(query))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Checkbox
      size="xs"
      aria-label={some ? t`Clear selection` : t`Select all matching contacts`}
      disabled={busy || matching === 0}
      checked={some && selection.ids.size >= matching}
      indeterminate={some && selection.ids.size < matching}
      onChange={() => {
        if (some) selection.clear()
        else void selectAll()
      }}
    />
  )
}

async function idsOf(query: ContactQuery): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const page = await call('contacts.page', { ...query, offset: ids.length, limit: PAGE_ROWS })
    ids.push(...page.rows.map(({ id }) => id))
    if (page.rows.length < PAGE_ROWS) return ids
  }
}
