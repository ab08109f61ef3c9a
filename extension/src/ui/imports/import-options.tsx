import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { SimpleGrid, TextInput } from '@mantine/core'
import { TagsField } from '../contacts/tags-field.tsx'
import { CountrySelect } from '../kit/country-select.tsx'
import { today } from '../kit/today.ts'
import type { ImportChoices } from './import-choices.ts'

interface Props {
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

/** What holds for every row of the file. */
export function ImportOptions({ choices, onChange }: Props): ReactNode {
  const { t } = useLingui()
  return (
    <SimpleGrid cols={2}>
      <CountrySelect
        value={choices.country}
        onChange={(country) => {
          onChange({ ...choices, country })
        }}
      />
      <TagsField
        label={<Trans>Tags for all</Trans>}
        description={<Trans>Added to every contact of this file</Trans>}
        value={choices.tags}
        onChange={(tags) => {
          onChange({ ...choices, tags })
        }}
      />
      <TextInput
        label={<Trans>How these people agreed to be written to</Trans>}
        description={<Trans>Leave it empty if they have not, or if you do not know</Trans>}
        placeholder={t`Order form, in the shop, by phone`}
        value={choices.consentSource}
        onChange={(event) => {
          onChange({ ...choices, consentSource: event.currentTarget.value })
        }}
        maxLength={120}
      />
      <TextInput
        type="date"
        label={<Trans>Agreed on</Trans>}
        description={<Trans>Kept with the consent as its proof</Trans>}
        max={today()}
        value={choices.consentDate}
        disabled={choices.consentSource.trim() === ''}
        onChange={(event) => {
          onChange({ ...choices, consentDate: event.currentTarget.value })
        }}
      />
    </SimpleGrid>
  )
}
