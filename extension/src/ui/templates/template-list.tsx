import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconArchive, IconArrowBackUp, IconSearch } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { TemplateListed } from '../../engine/calls.ts'
import { matching } from './matching.ts'
import styles from './templates.module.css'

interface Props {
  readonly templates: readonly TemplateListed[]
  readonly opened: string | undefined
  readonly archived: boolean
  readonly onArchived: (archived: boolean) => void
}

/** All templates by name, narrowed by typing. */
export function TemplateList({ templates, opened, archived, onArchived }: Props): ReactNode {
  const { t } = useLingui()
  const [search, setSearch] = useState('')
  const found = matching(templates, search)
  return (
    <Stack gap="xs" h="100%" mih={0}>
      <TextInput
        size="xs"
        aria-label={t`Search templates`}
        placeholder={t`Search templates`}
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
        }}
        dir="auto"
      />
      <nav className={styles.list} aria-label={archived ? t`Archived templates` : t`Templates`}>
        {found.map((template) => (
          <Row key={template.id} template={template} isOpen={template.id === opened} />
        ))}
        {found.length === 0 && (
          <Text c="dimmed" p="xs">
            <Trans>No template matches</Trans>
          </Text>
        )}
      </nav>
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        justify="flex-start"
        leftSection={archived ? <IconArrowBackUp size={14} /> : <IconArchive size={14} />}
        onClick={() => {
          onArchived(!archived)
        }}
      >
        {archived ? <Trans>Back to the templates</Trans> : <Trans>Archived</Trans>}
      </Button>
    </Stack>
  )
}

function Row({ template, isOpen }: { template: TemplateListed; isOpen: boolean }): ReactNode {
  const { id, name, excerpt } = template
  return (
    <Link href={`/templates/${id}`} className={styles.row ?? ''} aria-current={isOpen ? 'page' : undefined}>
      <Text fw={500} truncate dir="auto">
        {name}
      </Text>
      <Text size="xs" c="dimmed" truncate dir="auto">
        {excerpt.replaceAll(/\s+/g, ' ')}
      </Text>
      <Published template={template} />
    </Link>
  )
}

function Published({ template: { version, changed } }: { template: TemplateListed }): ReactNode {
  if (version === null)
    return (
      <Badge size="sm" color="gray">
        <Trans>Not published</Trans>
      </Badge>
    )
  return (
    <Badge size="sm" color={changed ? 'yellow' : 'teal'} data-numbers>
      {changed ? <Trans>Version {version}, edited since</Trans> : <Trans>Version {version}</Trans>}
    </Badge>
  )
}
