import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Input, SegmentedControl, Select } from '@mantine/core'
import { LANGUAGES } from '../kit/languages.ts'
import type { Preferences } from '../kit/preferences.ts'
import { usePreferences } from '../kit/use-preferences.tsx'
import { SettingsSection } from './settings-section.tsx'

export function AppearanceSettings(): ReactNode {
  return (
    <SettingsSection title={<Trans>Language and appearance</Trans>} note={<Trans>For this browser only.</Trans>}>
      <LanguageChoice />
      <SchemeChoice />
      <DensityChoice />
    </SettingsSection>
  )
}

function LanguageChoice(): ReactNode {
  const { t } = useLingui()
  const { preferences, change } = usePreferences()
  const names = Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name }))
  return (
    <Select
      label={<Trans>Language</Trans>}
      data={[{ value: 'auto', label: t`As the browser` }, ...names]}
      value={preferences.language}
      onChange={(language) => {
        if (language !== null) void change({ language: language as Preferences['language'] })
      }}
      allowDeselect={false}
      maw={280}
    />
  )
}

function SchemeChoice(): ReactNode {
  const { t } = useLingui()
  const { preferences, change } = usePreferences()
  return (
    <Input.Wrapper label={<Trans>Theme</Trans>} labelElement="div">
      <SegmentedControl
        display="flex"
        w="fit-content"
        aria-label={t`Theme`}
        value={preferences.appearance}
        onChange={(appearance) => void change({ appearance })}
        data={[
          { value: 'auto', label: t`As the system` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
      />
    </Input.Wrapper>
  )
}

function DensityChoice(): ReactNode {
  const { t } = useLingui()
  const { preferences, change } = usePreferences()
  return (
    <Input.Wrapper label={<Trans>Table rows</Trans>} labelElement="div">
      <SegmentedControl
        display="flex"
        w="fit-content"
        aria-label={t`Table rows`}
        value={preferences.density}
        onChange={(density) => void change({ density })}
        data={[
          { value: 'compact', label: t`Compact` },
          { value: 'comfortable', label: t`Comfortable` },
        ]}
      />
    </Input.Wrapper>
  )
}
