import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'

/** Who and when, as one quiet line. */
export function ByLine({ when }: { when: string }): ReactNode {
  return (
    <Text size="xs" c="dimmed" data-numbers>
      {when} · <ByName />
    </Text>
  )
}

/** The engine names a device by its id; a workspace that lives on one device has no other. */
export function ByName(): ReactNode {
  return <Trans>this device</Trans>
}
