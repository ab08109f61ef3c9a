import { useState, type ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, type ButtonProps } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { showToast } from '../kit/toast.ts'
import { useRun } from '../kit/use-run.tsx'
import { isActive, useCampaigns } from './use-campaigns.ts'

/** Pauses every campaign at once; stands only while one runs or waits. Nothing is lost by it, so nothing is asked. */
export function StopEverything(look: Pick<ButtonProps, 'size' | 'fullWidth'>): ReactNode {
  const campaigns = useCampaigns()
  const run = useRun()
  const [busy, setBusy] = useState(false)
  if (campaigns.state !== 'ready' || !campaigns.value.some(isActive)) return null
  async function stop(): Promise<void> {
    setBusy(true)
    const done = await run('queue.stopAll', {})
    setBusy(false)
    if (done) showToast({ message: <Stopped left={done.left} /> })
  }
  return (
    <Button
      {...look}
      variant="light"
      color="red"
      leftSection={<IconHandStop size={16} />}
      loading={busy}
      onClick={() => void stop()}
    >
      <Trans>Stop everything</Trans>
    </Button>
  )
}

/** `left` messages wait in the campaigns that are paused now. */
function Stopped({ left }: { left: number }): ReactNode {
  return (
    <Plural
      value={left}
      one="Every campaign is paused. # message waits until you resume."
      other="Every campaign is paused. # messages wait until you resume."
    />
  )
}
