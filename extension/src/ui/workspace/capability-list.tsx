import type { ReactNode } from 'react'
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Stack, Text, ThemeIcon } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'

/** What each capability of the page agent means to a person, under the name a bug report needs. */
const MEANINGS: Readonly<Record<string, MessageDescriptor>> = {
  'send.text': msg`Send text`,
  'send.media': msg`Send files`,
  acks: msg`See what was delivered and read`,
  incoming: msg`Notice replies`,
  resolve: msg`Check whether a number has WhatsApp`,
  open: msg`Open a chat`,
  policy: msg`See WhatsApp's own limits`,
  lookup: msg`Find out whether a message was sent`,
}

export function CapabilityList({ available }: { available: readonly string[] }): ReactNode {
  return (
    <Stack gap={6}>
      {Object.entries(MEANINGS).map(([name, meaning]) => (
        <Capability key={name} name={name} meaning={meaning} ok={available.includes(name)} />
      ))}
    </Stack>
  )
}

interface Props {
  readonly name: string
  readonly meaning: MessageDescriptor
  readonly ok: boolean
}

function Capability({ name, meaning, ok }: Props): ReactNode {
  const { i18n } = useLingui()
  const Mark = ok ? IconCheck : IconX
  return (
    <Group gap={8} wrap="nowrap" align="start">
      <ThemeIcon variant="transparent" size={20} color={ok ? 'teal' : 'red'} aria-hidden>
        <Mark size={16} />
      </ThemeIcon>
      <div>
        <Text>{i18n._(meaning)}</Text>
        <Text size="xs" c="dimmed">
          <bdi dir="ltr">{name}</bdi> · {ok ? <Trans>ok</Trans> : <Trans>missing</Trans>}
        </Text>
      </div>
    </Group>
  )
}
