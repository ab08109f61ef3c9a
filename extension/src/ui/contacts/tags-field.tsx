import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { TagsInput } from '@mantine/core'
import { useWorkspace } from '../workspace/use-workspace.tsx'

interface Props {
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly value: string[]
  readonly onChange: (names: string[]) => void
}

/** Tag names, known ones suggested; Enter or a comma ends one. */
export function TagsField({ label, description, value, onChange }: Props): ReactNode {
  const { t } = useLingui()
  const { tags } = useWorkspace()
  return (
    <TagsInput
      label={label}
      description={description}
      placeholder={value.length === 0 ? t`Type a tag and press Enter` : ''}
      data={[...new Set(tags.map(({ name }) => name))]}
      value={value}
      onChange={onChange}
      splitChars={[',', '،']}
      maxTags={60}
      acceptValueOnBlur
      comboboxProps={{ withinPortal: false }}
    />
  )
}
