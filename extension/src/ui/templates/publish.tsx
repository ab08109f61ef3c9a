import { useState, type ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Stack, Text } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { canPublish, type TemplateCheck } from '@parley/shared/templates'
import type { TemplateDetail } from '../../engine/calls.ts'
import { showToast } from '../kit/toast.ts'
import { useRun } from '../kit/use-run.tsx'
import type { Draft } from './use-draft.ts'

interface Props {
  readonly template: TemplateDetail
  readonly draft: Draft
  readonly check: TemplateCheck
}

/** Makes the next version; while it cannot, says why. */
export function Publish({ template, draft, check }: Props): ReactNode {
  const run = useRun()
  const [busy, setBusy] = useState(false)
  const [latest] = template.versions
  const next = (latest?.number ?? 0) + 1
  const unchanged = latest?.body === draft.text && latest.name === template.name
  async function publish(): Promise<void> {
    setBusy(true)
    const done = (await draft.flush()) && (await run('templates.publish', { id: template.id }))
    setBusy(false)
    if (done) showToast({ message: <Published version={done.version} /> })
  }
  return (
    <Stack gap={2} align="flex-end" flex="none">
      <Button
        size="xs"
        leftSection={<IconSend2 size={16} />}
        loading={busy}
        disabled={unchanged || template.archived || !canPublish(check)}
        aria-describedby="publish-note"
        onClick={() => void publish()}
      >
        <Trans>Publish version {next}</Trans>
      </Button>
      <Text id="publish-note" size="xs" c="dimmed" data-numbers>
        <Note archived={template.archived} check={check} same={unchanged ? latest.number : undefined} />
      </Text>
    </Stack>
  )
}

interface NoteProps {
  readonly archived: boolean
  readonly check: TemplateCheck
  /** The version that says the same. */
  readonly same: number | undefined
}

function Note({ archived, check, same }: NoteProps): ReactNode {
  const blocking = check.problems.filter(({ code }) => code !== 'missing-default')
  if (archived) return <Trans>Restore it to publish.</Trans>
  if (blocking.some(({ code }) => code === 'empty')) return <Trans>Write a text to publish.</Trans>
  if (blocking.length > 0)
    return <Plural value={blocking.length} one="Fix # problem to publish." other="Fix # problems to publish." />
  if (same !== undefined) return <Trans>Version {same} says the same.</Trans>
  return <Trans>Campaigns send published versions.</Trans>
}

function Published({ version }: { version: number }): ReactNode {
  return <Trans>Version {version} published</Trans>
}
