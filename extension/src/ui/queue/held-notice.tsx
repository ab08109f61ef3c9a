import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { SenderQueue } from '../../engine/calls.ts'
import { useRun } from '../kit/use-run.tsx'
import { HELD_WORDS } from './queue-words.tsx'

type Held = NonNullable<SenderQueue['held']>

/** Why an account sends to nobody new; `children` are the way on. */
export function HeldNotice({ held, children }: { held: Held; children: ReactNode }): ReactNode {
  const { i18n } = useLingui()
  return (
    <Alert color="yellow" icon={<IconLock />} title={<Trans>This account is held</Trans>}>
      <Stack gap="sm" align="start">
        <Text>{i18n._(HELD_WORDS[held])}</Text>
        {children}
      </Stack>
    </Alert>
  )
}

/** The word of a person who has read why. */
export function Release({ account, held }: { account: string; held: Held }): ReactNode {
  const run = useRun()
  const [busy, setBusy] = useState(false)
  async function release(): Promise<void> {
    setBusy(true)
    await run('queue.release', { account })
    setBusy(false)
  }
  return (
    <Button variant="default" size="xs" loading={busy} onClick={() => void release()}>
      {held === 'clock-jump' ? <Trans>The clock is right, go on</Trans> : <Trans>I understand, go on</Trans>}
    </Button>
  )
}
