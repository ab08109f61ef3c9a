import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Select } from '@mantine/core'
import { DELIMITERS, ENCODINGS } from '../../worker/preview.ts'
import { reread, type ImportChoices } from './import-choices.ts'
import type { ReadPreview } from './preview-form.tsx'

interface Props {
  /** How the file was read; nothing while it could not be. */
  readonly read?: Pick<ReadPreview, 'encoding' | 'delimiter'>
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

/** How the bytes are read: found out from the file, and corrected here when letters or columns look wrong. */
export function FileFormat({ read, choices, onChange }: Props): ReactNode {
  const { t } = useLingui()
  const names: Record<string, string> = { ',': t`Comma`, ';': t`Semicolon`, '\t': t`Tab`, '|': t`Vertical bar` }
  return (
    <Group align="end">
      <Select
        label={<Trans>Encoding</Trans>}
        data={[...ENCODINGS]}
        value={read?.encoding ?? choices.encoding ?? null}
        onChange={(encoding) => {
          if (encoding !== null) onChange(reread(choices, { encoding: encoding }))
        }}
        allowDeselect={false}
        w={200}
      />
      <Select
        label={<Trans>Separator</Trans>}
        data={DELIMITERS.map((value) => ({ value, label: names[value] ?? value }))}
        value={read?.delimiter ?? choices.delimiter ?? null}
        onChange={(delimiter) => {
          if (delimiter !== null) onChange(reread(choices, { delimiter }))
        }}
        allowDeselect={false}
        w={200}
      />
    </Group>
  )
}
