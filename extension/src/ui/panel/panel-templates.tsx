import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, EmptyState, Stack, Text, TextInput } from '@mantine/core'
import { IconFileText, IconSearch } from '@tabler/icons-react'
import type { TemplateListed } from '../../engine/calls.ts'
import { openApp } from '../kit/links.ts'
import type { HostPort } from '../kit/panel-handshake.ts'
import { QueryView } from '../kit/query-view.tsx'
import { useQuery } from '../kit/use-query.ts'
import { matching } from '../templates/matching.ts'
import styles from './panel.module.css'
import { PanelTemplate } from './panel-template.tsx'

/** Puts a published text, filled for the open chat, into WhatsApp's composer. */
export function PanelTemplates({ host }: { host: HostPort }): ReactNode {
  const templates = useQuery('templates.list', {})
  return (
    <QueryView query={templates}>
      {(list) => {
        const published = list.filter(({ version }) => version !== null)
        return published.length === 0 ? <NonePublished /> : <Choose templates={published} host={host} />
      }}
    </QueryView>
  )
}

function NonePublished(): ReactNode {
  return (
    <EmptyState
      py="xl"
      icon={<IconFileText stroke={1.5} />}
      title={<Trans>No published template yet</Trans>}
      description={<Trans>What you publish in the app can be used here.</Trans>}
    >
      <EmptyState.Actions>
        <Button
          onClick={() => {
            openApp('/templates')
          }}
        >
          <Trans>Write a template</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

const OPTION = 'panel-template-'

/** Typing narrows the list, arrows choose, Enter inserts: the focus stays in the search. */
function Choose({ templates, host }: { templates: readonly TemplateListed[]; host: HostPort }): ReactNode {
  const { t } = useLingui()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string>()
  const found = matching(templates, search)
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === chosen),
  )
  const active = found[at]
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    setChosen(found[Math.min(found.length - 1, Math.max(0, at + step))]?.id)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <Stack gap="xs">
        <TextInput
          role="combobox"
          aria-expanded
          aria-controls="panel-templates"
          aria-activedescendant={active && `${OPTION}${active.id}`}
          aria-label={t`Search templates`}
          placeholder={t`Search templates`}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
          maxLength={200}
          dir="auto"
        />
        <div id="panel-templates" role="listbox" aria-label={t`Templates`} className={styles.choices}>
          {found.map(({ id, name, excerpt }) => (
            <div
              key={id}
              id={`${OPTION}${id}`}
              role="option"
              aria-selected={id === active?.id}
              className={styles.choice}
              onClick={() => {
                setChosen(id)
              }}
            >
              <Text fw={500} truncate dir="auto">
                {name}
              </Text>
              <Text size="xs" c="dimmed" truncate dir="auto">
                {excerpt.replaceAll(/\s+/g, ' ')}
              </Text>
            </div>
          ))}
        </div>
        {active ? (
          <PanelTemplate key={active.id} id={active.id} host={host} />
        ) : (
          <Text c="dimmed">
            <Trans>No template matches</Trans>
          </Text>
        )}
      </Stack>
    </form>
  )
}
