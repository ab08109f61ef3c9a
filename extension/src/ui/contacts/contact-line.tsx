import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Checkbox, Text } from '@mantine/core'
import type { ContactRow } from '../../engine/calls.ts'
import { PhoneText } from '../kit/phone-text.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { useWorkspace } from '../workspace/use-workspace.tsx'
import { ConsentBadge } from './consent-badge.tsx'
import styles from './contact-table.module.css'

interface Props {
  readonly id: string
  readonly contact: ContactRow
  /** Place in the list, from 0. */
  readonly index: number
  readonly height: number
  readonly selected: boolean
  readonly active: boolean
  readonly onToggle: () => void
  readonly onOpen: () => void
}

/** One contact in the table; it stands where its place in the list says, whatever else is on screen. */
export function ContactLine({ id, contact, index, height, selected, active, onToggle, onOpen }: Props): ReactNode {
  const { t } = useLingui()
  const { date } = useFormats()
  const place = { height, transform: `translateY(${String(index * height)}px)` }
  const { name } = contact
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-active={active || undefined}
      className={styles.line}
      style={place}
      onClick={onOpen}
    >
      <div
        role="gridcell"
        className={styles.check}
        onClick={(event) => {
          event.stopPropagation()
        }}
      >
        <Checkbox size="xs" tabIndex={-1} checked={selected} onChange={onToggle} aria-label={t`Select ${name}`} />
      </div>
      <div role="gridcell" className={styles.cell} title={name}>
        <ContactName name={name} />
      </div>
      <div role="gridcell" className={styles.cell}>
        <PhoneText phone={contact.phone} />
      </div>
      <div role="gridcell" className={styles.cell}>
        <TagCell tags={contact.tags} />
      </div>
      <div role="gridcell" className={styles.cell}>
        <ConsentBadge consent={contact.consent} />
      </div>
      <div role="gridcell" className={styles.cell} data-numbers>
        {date(contact.createdAt)}
      </div>
    </div>
  )
}

export function ContactName({ name }: { name: string }): ReactNode {
  if (name === '')
    return (
      <Text span c="dimmed">
        <Trans>No name</Trans>
      </Text>
    )
  return (
    <Text className={styles.own} fw={500} dir="auto">
      {name}
    </Text>
  )
}

const SHOWN_TAGS = 3

function TagCell({ tags }: { tags: readonly string[] }): ReactNode {
  const { tagName } = useWorkspace()
  const rest = tags.length - SHOWN_TAGS
  return (
    <div className={styles.tags}>
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag} color="gray" dir="auto">
          {tagName(tag)}
        </Badge>
      ))}
      {rest > 0 && (
        <Text span c="dimmed" data-numbers>
          +{rest}
        </Text>
      )}
    </div>
  )
}
