import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { SenderQueue } from '../../engine/calls.ts'
import { useRun } from '../kit/use-run.tsx'
import { HELD_WORDS } from './queue-words.tsx'

interface Props {
  readonly account: string
  readonly held: NonNullable<SenderQueue['held']>
}

/** Why an account sends to nobody new, and the person's word that lets it go on. */
export function HeldNotice({ account, held }: Props): ReactNode {
  const { i18n } = useLingui()
  const run = useRun()
  const [busy, setBusy] = useState(false)
  async function release(): Promise<void> {
    setBusy(true)
    await run('queue.release', { account })
    setBusy(false)
  }
  return (
    <Alert color="yellow" icon={<IconLock />} title={<Trans>This account is held</Trans>}>
      <Stack gap="sm" align="start">
        <Text>{i18n._(HELD_WORDS[held])}</Text>
        <Button variant="default" size="xs" loading={busy} onClick={() => void release()}>
          {held === 'clock-jump' ? <Trans>The clock is right, go on</Trans> : <Trans>I understand, go on</Trans>}
        </Button>
      </Stack>
    </Alert>
  )
}
