import { useId, useRef, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { usePreferences } from '../kit/use-preferences.tsx'
import type { ContactQuery } from './contact-filter.tsx'
import { ContactLine } from './contact-line.tsx'
import styles from './contact-table.module.css'
import { ContactWindow } from './contact-window.tsx'
import { SelectAll } from './select-all.tsx'
import type { Selection } from './selection.ts'
import { TableHead } from './table-head.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useWindows } from './use-windows.ts'

const ROW_HEIGHT = { compact: 36, comfortable: 44 }

interface Props {
  readonly query: ContactQuery
  /** How many contacts the filter lets through. */
  readonly matching: number
  readonly selection: Selection
  readonly onOpen: (id: string) => void
}

/** All matching contacts; only the rows on screen exist, and only their windows are asked for. */
export function ContactTable({ query, matching, selection, onOpen }: Props): ReactNode {
  const { t } = useLingui()
  const { preferences } = usePreferences()
  const height = ROW_HEIGHT[preferences.density]
  const scroller = useRef<HTMLDivElement>(null)
  const prefix = useId()
  const rowId = (index: number): string => `${prefix}-${String(index)}`
  const { windows, size, reveal } = useWindows(scroller, matching, height, query)
  const { active, onKeyDown } = useRowKeys(matching, rowId, reveal)
  return (
    <div
      ref={scroller}
      className={styles.table}
      role="grid"
      tabIndex={0}
      aria-label={t`Contacts. Arrow keys move, Enter opens, Space selects.`}
      aria-rowcount={matching + 1}
      aria-multiselectable
      aria-activedescendant={rowId(active)}
      onKeyDown={onKeyDown}
    >
      <TableHead check={<SelectAll query={query} matching={matching} selection={selection} />} />
      <div role="rowgroup" className={styles.canvas} style={{ height: size }}>
        {windows.map((window) => (
          <ContactWindow key={window.index} window={window} query={query}>
            {(contact, index) => (
              <ContactLine
                key={contact.id}
                id={rowId(index)}
                contact={contact}
                index={index}
                height={height}
                selected={selection.ids.has(contact.id)}
                active={index === active}
                onToggle={() => {
                  selection.toggle(contact.id)
                }}
                onOpen={() => {
                  onOpen(contact.id)
                }}
              />
            )}
          </ContactWindow>
        ))}
      </div>
    </div>
  )
}
