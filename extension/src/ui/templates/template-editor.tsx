import { useId, useMemo, useRef, type ReactNode } from 'react'
import { Group, Stack } from '@mantine/core'
import { checkTemplate, type TemplateProblem } from '@parley/shared/templates'
import type { KnownVariable, TemplateDetail } from '../../engine/calls.ts'
import { ArchivedNotice, ArchiveTemplate } from './archive-template.tsx'
import { BodyEditor } from './body-editor.tsx'
import { DEFAULT } from './filter-words.tsx'
import { InsertMenus } from './insert-menus.tsx'
import { rangeOf } from './places.ts'
import { Preview } from './preview.tsx'
import { ProblemList } from './problem-list.tsx'
import { Publish } from './publish.tsx'
import { TemplateName } from './template-name.tsx'
import styles from './templates.module.css'
import { typeInto } from './type-into.ts'
import { useDraft } from './use-draft.ts'
import { VersionHistory } from './version-history.tsx'

interface Props {
  readonly template: TemplateDetail
  readonly variables: readonly KnownVariable[]
  readonly fresh: boolean
}

/** One template: its name, text and problems, what it would read like, and what was published of it. */
export function TemplateEditor({ template, variables, fresh }: Props): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const problemsId = useId()
  const draft = useDraft(template)
  const { text } = draft
  const check = useMemo(
    () =>
      checkTemplate(
        text,
        variables.map(({ name }) => name),
      ),
    [text, variables],
  )
  return (
    <div className={styles.editor}>
      <Stack gap="md" miw={0}>
        <Group wrap="nowrap" align="flex-start" gap="xs">
          <TemplateName id={template.id} name={template.name} fresh={fresh} />
          {!template.archived && <ArchiveTemplate id={template.id} />}
          <Publish template={template} draft={draft} check={check} />
        </Group>
        {template.archived && <ArchivedNotice id={template.id} />}
        <InsertMenus field={field} variables={variables} />
        <BodyEditor field={field} text={text} problems={check.problems} describedBy={problemsId} onType={draft.type} />
        <ProblemList
          id={problemsId}
          problems={check.problems}
          onGo={(problem) => {
            select(field.current, problem)
          }}
          onFix={(problem) => {
            fix(field.current, problem)
          }}
        />
        <VersionHistory versions={template.versions} text={text} onUse={draft.type} />
      </Stack>
      <Preview text={text} formatting={template} check={check} />
    </div>
  )
}

/** Selects the word at fault, so that typing replaces it. */
function select(field: HTMLTextAreaElement | null, problem: TemplateProblem): void {
  if (!field) return
  const { start, end } = rangeOf(field.value, problem)
  field.focus()
  field.setSelectionRange(start, end)
}

/** The word probably meant instead of the one at fault; for a missing default one to fill in. */
function fix(field: HTMLTextAreaElement | null, problem: TemplateProblem): void {
  if (!field) return
  const { start, end } = rangeOf(field.value, problem)
  if ('suggestion' in problem) typeInto(field, { start, end, text: problem.suggestion })
  else typeInto(field, { start: end, end, text: DEFAULT, caret: DEFAULT.length - 1 })
}
