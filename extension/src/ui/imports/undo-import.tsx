import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Badge, Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { showToast } from '../kit/toast.ts'
import { Undone } from '../kit/undo-toast.tsx'
import { useQuery } from '../kit/use-query.ts'
import { useRun } from '../kit/use-run.tsx'

const LOOKED_AT = 200

/** Takes a whole import back, once; afterwards it says that this was done. */
export function UndoImport({ opId }: { opId: string }): ReactNode {
  const run = useRun()
  const [busy, setBusy] = useState(false)
  const operations = useQuery('operations.recent', { limit: LOOKED_AT })
  const operation = operations.state === 'ready' ? operations.value.find((one) => one.opId === opId) : undefined
  async function undo(): Promise<void> {
    setBusy(true)
    const done = await run('operations.undo', { opId })
    setBusy(false)
    if (done) showToast({ message: <Undone left={done.left} /> })
  }
  if (operation?.undoneBy)
    return (
      <Badge color="gray" size="lg">
        <Trans>Undone</Trans>
      </Badge>
    )
  return (
    <Button variant="default" leftSection={<IconArrowBackUp size={16} />} loading={busy} onClick={() => void undo()}>
      <Trans>Undo import</Trans>
    </Button>
  )
}
