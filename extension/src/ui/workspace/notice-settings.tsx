import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Anchor, Text } from '@mantine/core'
import { Link } from 'wouter'
import { ByName } from '../contacts/by-line.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { useQuery } from '../kit/use-query.ts'
import { SettingsSection } from './settings-section.tsx'

/** Who has read what WhatsApp forbids, and the way back to it. */
export function NoticeSettings(): ReactNode {
  const notice = useQuery('notice.state', {})
  const acknowledged = notice.state === 'ready' ? notice.value.acknowledged : null
  return (
    <SettingsSection title={<Trans>What WhatsApp forbids</Trans>}>
      <Text>{acknowledged ? <ReadOn at={acknowledged.at} /> : <Trans>Nobody has read this here yet.</Trans>}</Text>
      <Anchor component={Link} href="/campaigns/notice">
        <Trans>Read it</Trans>
      </Anchor>
    </SettingsSection>
  )
}

function ReadOn({ at }: { at: number }): ReactNode {
  const { moment } = useFormats()
  const when = moment(at)
  return (
    <Trans>
      Read and understood {when} by <ByName />
    </Trans>
  )
}
