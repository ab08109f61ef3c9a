import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'

/** Who and when, as one quiet line. */
export function ByLine({ by, when }: { by: string; when: string }): ReactNode {
  return (
    <Text size="xs" c="dimmed" data-numbers>
      <Trans>
        {when} by <bdi>{by}</bdi>
      </Trans>
    </Text>
  )
}
