import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text } from '@mantine/core'
import type { Preview } from '../../worker/preview.ts'
import { SettingsSection } from '../workspace/settings-section.tsx'
import { FileFormat } from './file-format.tsx'
import { hasPhone, type ImportChoices } from './import-choices.ts'
import { ImportOptions } from './import-options.tsx'
import { MappingTable } from './mapping-table.tsx'
import { SampleTable } from './sample-table.tsx'

export type ReadPreview = Extract<Preview, { ok: true }>

interface Props {
  readonly preview: ReadPreview
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
  readonly busy: boolean
  readonly onStart: () => void
}

/** Columns, options and the dry run of the first rows; nothing is saved before the last button. */
export function PreviewForm({ preview, choices, onChange, busy, onStart }: Props): ReactNode {
  return (
    <Stack gap="md">
      <SettingsSection
        title={<Trans>Columns</Trans>}
        note={<Trans>What each column fills. Change what Parley guessed wrong.</Trans>}
      >
        <FileFormat read={preview} choices={choices} onChange={onChange} />
        <MappingTable
          preview={preview}
          onChange={(mapping) => {
            onChange({ ...choices, mapping })
          }}
        />
      </SettingsSection>
      <SettingsSection title={<Trans>For all rows</Trans>}>
        <ImportOptions choices={choices} onChange={onChange} />
      </SettingsSection>
      <SettingsSection
        title={<Trans>First rows</Trans>}
        note={<Trans>What the import would make of them. Nothing is saved yet.</Trans>}
      >
        <SampleTable preview={preview} />
      </SettingsSection>
      <StartLine ready={hasPhone(preview.mapping)} busy={busy} onStart={onStart} />
    </Stack>
  )
}

interface StartProps {
  readonly ready: boolean
  readonly busy: boolean
  readonly onStart: () => void
}

function StartLine({ ready, busy, onStart }: StartProps): ReactNode {
  return (
    <Group justify="flex-end" pb="md">
      <Text {...(ready ? { c: 'dimmed' } : {})} role="status">
        {ready ? (
          <Trans>You can undo the whole import later.</Trans>
        ) : (
          <Trans>Say above which column holds the phone numbers.</Trans>
        )}
      </Text>
      <Button onClick={onStart} loading={busy} disabled={!ready}>
        <Trans>Start import</Trans>
      </Button>
    </Group>
  )
}
