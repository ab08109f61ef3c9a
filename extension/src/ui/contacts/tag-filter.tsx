import { useState, type ReactNode } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Chip, Group, Text } from '@mantine/core'
import type { TagCount } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { useQuery } from '../kit/use-query.ts'
import { useContactFilter, withTag } from './contact-filter.tsx'

const SHOWN = 8

/** One chip a tag, with how many carry it; a long list starts folded, chosen tags always show. */
export function TagFilter(): ReactNode {
  const tags = useQuery('contacts.tags', {})
  if (tags.state !== 'ready' || tags.value.length === 0) return null
  return <TagChips tags={[...tags.value].sort((a, b) => b.count - a.count)} />
}

function TagChips({ tags }: { tags: readonly TagCount[] }): ReactNode {
  const { t } = useLingui()
  const { filter } = useContactFilter()
  const [unfolded, setUnfolded] = useState(false)
  const shown = unfolded ? tags : tags.filter((tag, at) => at < SHOWN || filter.tags.includes(tag.id))
  const hidden = tags.length - shown.length
  return (
    <Group gap={6} role="group" aria-label={t`Filter by tag`} mah={160} style={{ overflowY: 'auto' }}>
      {shown.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {hidden > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => {
            setUnfolded(true)
          }}
        >
          <Plural value={hidden} one="# more tag" other="# more tags" />
        </Button>
      )}
      {unfolded && tags.length > SHOWN && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => {
            setUnfolded(false)
          }}
        >
          <Trans>Show fewer</Trans>
        </Button>
      )}
    </Group>
  )
}

function TagChip({ tag }: { tag: TagCount }): ReactNode {
  const { number } = useFormats()
  const { filter, setFilter } = useContactFilter()
  return (
    <Chip
      size="xs"
      variant="light"
      checked={filter.tags.includes(tag.id)}
      onChange={() => {
        setFilter(withTag(filter, tag.id))
      }}
    >
      <bdi>{tag.name}</bdi>{' '}
      <Text span inherit data-numbers fw={400}>
        {number(tag.count)}
      </Text>
    </Chip>
  )
}
