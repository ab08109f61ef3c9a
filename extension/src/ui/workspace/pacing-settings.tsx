import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { DEFAULT_PACING } from '@parley/shared/queue'
import { ByName } from '../contacts/by-line.tsx'
import type { Pacing } from '../../engine/calls.ts'
import { QueryView } from '../kit/query-view.tsx'
import { SkeletonRows } from '../kit/skeleton-rows.tsx'
import { showToast } from '../kit/toast.ts'
import { useFormats } from '../kit/use-formats.ts'
import { useQuery } from '../kit/use-query.ts'
import { useRun } from '../kit/use-run.tsx'
import { PacingFields } from './pacing-fields.tsx'
import { looserThanDefault, pacingForm, readPacing, type PacingForm } from './pacing-form.ts'
import { PacingWords } from './pacing-words.tsx'
import { SettingsSection } from './settings-section.tsx'

/** How fast and when Parley sends. */
export function PacingSettings(): ReactNode {
  const pacing = useQuery('policy.pacing', {})
  return (
    <SettingsSection
      title={<Trans>Pacing</Trans>}
      note={<Trans>How fast, how much and when Parley sends, for every account of this workspace.</Trans>}
    >
      <QueryView query={pacing} loading={<SkeletonRows count={4} />}>
        {(value) => (
          <>
            <ChangedBy pacing={value} />
            {/* A pace saved here or elsewhere starts the form anew. */}
            <PacingEditor key={JSON.stringify(value.policy)} pacing={value} />
          </>
        )}
      </QueryView>
    </SettingsSection>
  )
}

function ChangedBy({ pacing: { isDefault, changedAt } }: { pacing: Pacing }): ReactNode {
  const { moment } = useFormats()
  if (isDefault || changedAt === null)
    return (
      <Text c="dimmed">
        <Trans>These are the defaults. Nobody has changed them.</Trans>
      </Text>
    )
  const when = moment(changedAt)
  return (
    <Text c="dimmed" data-numbers>
      <Trans>
        Changed {when} by <ByName />
      </Trans>
    </Text>
  )
}

function PacingEditor({ pacing: { policy } }: { pacing: Pacing }): ReactNode {
  const run = useRun()
  const [form, setForm] = useState<PacingForm>(() => pacingForm(policy))
  const [tried, setTried] = useState(false)
  const read = readPacing(form)
  async function save(): Promise<void> {
    setTried(true)
    if (!read.ok) return
    const saved = await run('policy.setPacing', read.policy)
    if (saved === null) showToast({ message: <Trans>Pacing saved</Trans>, icon: <IconCheck size={16} /> })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack>
        <PacingFields
          form={form}
          problems={tried && !read.ok ? read.problems : {}}
          onChange={(part) => {
            setForm((before) => ({ ...before, ...part }))
          }}
        />
        {read.ok && looserThanDefault({ hours: undefined, ...read.policy }).length > 0 && <Loosened />}
        <Group>
          <Button type="submit">
            <Trans>Save pacing</Trans>
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setForm(pacingForm(DEFAULT_PACING))
            }}
          >
            <Trans>Fill in the defaults</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Loosened(): ReactNode {
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title={<Trans>Faster than the defaults</Trans>}>
      <Stack gap="xs">
        <Text>
          <Trans>
            WhatsApp limits or bans numbers that write a lot, fast or to strangers. The number at risk is yours, and
            nobody can give it back. The defaults are:
          </Trans>
        </Text>
        <PacingWords policy={DEFAULT_PACING} />
      </Stack>
    </Alert>
  )
}
