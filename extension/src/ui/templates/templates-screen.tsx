import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Stack } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { Redirect } from 'wouter'
import type { TemplateListed } from '../../engine/calls.ts'
import { QueryView } from '../kit/query-view.tsx'
import { ScreenHeader } from '../kit/screen-header.tsx'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { TemplateEditor } from './template-editor.tsx'
import { TemplateList } from './template-list.tsx'
import { NoTemplates, TemplateGone } from './templates-empty.tsx'
import styles from './templates.module.css'
import { useIsFresh, useNewTemplate } from './use-new-template.ts'

/** List and editor side by side; `opened` is the template in the editor. */
export function TemplatesScreen({ opened }: { opened?: string | undefined }): ReactNode {
  const [archived, setArchived] = useState(false)
  const templates = useKept(useQuery('templates.list', { archived }))
  const write = useNewTemplate()
  const isEmpty = templates.state === 'ready' && templates.value.length === 0
  return (
    <Stack gap="sm" p="md" h="100%">
      <ScreenHeader title={<Trans>Templates</Trans>}>
        {!isEmpty && (
          <Button size="xs" leftSection={<IconFilePlus size={16} />} onClick={() => void write()}>
            <Trans>New template</Trans>
          </Button>
        )}
      </ScreenHeader>
      <QueryView query={templates}>
        {(list) =>
          list.length === 0 && !archived && opened === undefined ? (
            <NoTemplates onNew={() => void write()} />
          ) : (
            <div className={styles.screen}>
              <TemplateList templates={list} opened={opened} archived={archived} onArchived={setArchived} />
              <Opened list={list} id={opened} />
            </div>
          )
        }
      </QueryView>
    </Stack>
  )
}

interface OpenedProps {
  readonly list: readonly TemplateListed[]
  readonly id: string | undefined
}

/** Without a choice the first is open: a list beside an empty half would ask for a click that nobody needs. */
function Opened({ list, id }: OpenedProps): ReactNode {
  const [first] = list
  if (id !== undefined) return <LoadedTemplate key={id} id={id} />
  return first ? <Redirect to={`/templates/${first.id}`} replace /> : <div />
}

function LoadedTemplate({ id }: { id: string }): ReactNode {
  const template = useQuery('templates.one', { id })
  const variables = useQuery('templates.variables', {})
  const fresh = useIsFresh(id)
  return (
    <QueryView query={variables}>
      {(known) => (
        <QueryView query={template}>
          {(value) => (value ? <TemplateEditor template={value} variables={known} fresh={fresh} /> : <TemplateGone />)}
        </QueryView>
      )}
    </QueryView>
  )
}
