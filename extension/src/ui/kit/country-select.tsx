import { useMemo, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { countriesIn } from './countries.ts'

interface Props {
  readonly value: string | null
  readonly onChange: (code: string) => void
  readonly error?: ReactNode
}

/** The country that numbers without a calling code belong to; searchable by name or two-letter code. */
export function CountrySelect({ value, onChange, error }: Props): ReactNode {
  const { t, i18n } = useLingui()
  const data = useMemo(
    () => countriesIn(i18n.locale).map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
    [i18n.locale],
  )
  return (
    <Select
      label={<Trans>Default country</Trans>}
      description={<Trans>For phone numbers written without +, such as 0151 2345678</Trans>}
      nothingFoundMessage={<Trans>No country has this name</Trans>}
      placeholder={t`Search countries`}
      data={data}
      value={value}
      onChange={(code) => {
        if (code !== null) onChange(code)
      }}
      searchable
      allowDeselect={false}
      error={error}
      maxDropdownHeight={260}
    />
  )
}
