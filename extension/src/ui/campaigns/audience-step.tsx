import type { ReactNode } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Paper, Radio, Select, Stack } from '@mantine/core'
import type { Audience } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { useQuery } from '../kit/use-query.ts'
import { useCampaignDraft } from './campaign-draft.tsx'
import { useImports, useTags, type Choice } from './use-audiences.ts'

/** Whom it is for, each choice with how many contacts it holds; who of them gets it is said in the review. */
export function AudienceStep(): ReactNode {
  const { t } = useLingui()
  const { draft, change } = useCampaignDraft()
  const [tags, imports] = [useTags(), useImports()]
  const { audience } = draft
  function choose(kind: string): void {
    const next = audienceOf(kind, kind === 'tag' ? tags[0]?.value : imports[0]?.value)
    if (next) change({ audience: next })
  }
  return (
    <Paper withBorder p="lg">
      <Radio.Group value={audience.kind} onChange={choose} aria-label={t`Audience`}>
        <Stack gap="lg">
          <Radio value="everyone" label={<Trans>Everyone</Trans>} description={<EveryoneCount />} />
          <Stack gap="xs">
            <Radio
              value="tag"
              disabled={tags.length === 0}
              label={<Trans>Everyone with a tag</Trans>}
              description={tags.length === 0 && <Trans>No contact has a tag yet</Trans>}
            />
            {audience.kind === 'tag' && <Narrowed kind="tag" label={t`Tag`} choices={tags} value={audience.tagId} />}
          </Stack>
          <Stack gap="xs">
            <Radio
              value="operation"
              disabled={imports.length === 0}
              label={<Trans>Everyone of an import</Trans>}
              description={imports.length === 0 && <Trans>Nothing has been imported yet</Trans>}
            />
            {audience.kind === 'operation' && (
              <Narrowed kind="operation" label={t`Import`} choices={imports} value={audience.opId} />
            )}
          </Stack>
        </Stack>
      </Radio.Group>
    </Paper>
  )
}

function audienceOf(kind: string, id: string | undefined): Audience | undefined {
  if (kind === 'everyone') return { kind }
  if (id === undefined) return undefined
  return kind === 'tag' ? { kind, tagId: id } : { kind: 'operation', opId: id }
}

function EveryoneCount(): ReactNode {
  const contacts = useQuery('contacts.page', { limit: 1 })
  if (contacts.state !== 'ready') return null
  return <Plural value={contacts.value.total} one="# contact" other="# contacts" />
}

interface NarrowedProps {
  readonly kind: 'tag' | 'operation'
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string
}

function Narrowed({ kind, label, choices, value }: NarrowedProps): ReactNode {
  const { number } = useFormats()
  const { change } = useCampaignDraft()
  return (
    <Select
      aria-label={label}
      ms={28}
      maw={480}
      searchable
      allowDeselect={false}
      data={choices.map((choice) => ({ value: choice.value, label: `${choice.name} (${number(choice.count)})` }))}
      value={value}
      onChange={(id) => {
        const audience = audienceOf(kind, id ?? undefined)
        if (audience) change({ audience })
      }}
    />
  )
}
