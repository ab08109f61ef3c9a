import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Skeleton, Stack } from '@mantine/core'

const WIDTHS = ['62%', '48%', '71%', '55%', '66%', '43%', '58%', '50%']

/** Stands where rows will be. */
export function SkeletonRows({ count = 8 }: { count?: number }): ReactNode {
  const { t } = useLingui()
  return (
    <Stack gap={20} p="md" role="status" aria-label={t`Loading`}>
      {WIDTHS.slice(0, count).map((width) => (
        <Skeleton key={width} height={16} width={width} />
      ))}
    </Stack>
  )
}
