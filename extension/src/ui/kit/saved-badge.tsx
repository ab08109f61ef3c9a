import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Badge, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconDeviceFloppy, IconLoader2 } from '@tabler/icons-react'
import type { SaveState } from './save-state.ts'
import { useFormats } from './use-formats.ts'
import { useSaveState } from './use-run.tsx'

const LOOK = {
  saved: { color: 'gray', icon: <IconDeviceFloppy size={14} /> },
  saving: { color: 'indigo', icon: <IconLoader2 size={14} /> },
  failed: { color: 'red', icon: <IconAlertTriangle size={14} /> },
}

/** Where the last change is: committed on this device, on its way, or refused. */
export function SavedBadge(): ReactNode {
  const state = useSaveState()
  const { color, icon } = LOOK[state.kind]
  return (
    <Tooltip label={<Explanation state={state} />} multiline maw={280}>
      <Badge size="lg" color={color} leftSection={icon} role="status" tabIndex={0}>
        <Words kind={state.kind} />
      </Badge>
    </Tooltip>
  )
}

function Words({ kind }: { kind: SaveState['kind'] }): ReactNode {
  if (kind === 'saving') return <Trans>Saving</Trans>
  if (kind === 'failed') return <Trans>Last change not saved</Trans>
  return <Trans>Saved here</Trans>
}

function Explanation({ state }: { state: SaveState }): ReactNode {
  const { moment } = useFormats()
  if (state.kind === 'saving') return <Trans>Your change is being written to this device.</Trans>
  if (state.kind === 'failed') return <Trans>The last change was refused. Everything before it is kept.</Trans>
  if (state.at === undefined)
    return <Trans>Everything is on this device, in this browser. No server is connected.</Trans>
  const time = moment(state.at)
  return <Trans>On this device since {time}. No server is connected.</Trans>
}
