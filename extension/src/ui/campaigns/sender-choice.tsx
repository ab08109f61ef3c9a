import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Select, Stack, Text } from '@mantine/core'
import { IconBrandWhatsapp, IconPlugConnectedX } from '@tabler/icons-react'
import type { CampaignReview } from '../../engine/calls.ts'
import { WHATSAPP_URL } from '../kit/links.ts'
import { PhoneText } from '../kit/phone-text.tsx'
import { maskAccount } from '../workspace/mask-account.ts'
import { useCampaignDraft } from './campaign-draft.tsx'

/** The account it goes out from: the only one, one of several to choose, or what to do when there is none. */
export function SenderChoice({ review: { sender, senders } }: { review: CampaignReview }): ReactNode {
  if (senders.length > 1) return <Choose sender={sender} senders={senders} />
  if (sender === null) return <NoSender />
  const account = <PhoneText phone={maskAccount(sender)} />
  return (
    <Text>
      <Trans>Goes out from {account}</Trans>
    </Text>
  )
}

function Choose({ sender, senders }: Pick<CampaignReview, 'sender' | 'senders'>): ReactNode {
  const { t } = useLingui()
  const { change } = useCampaignDraft()
  return (
    <Select
      label={<Trans>Goes out from</Trans>}
      placeholder={t`Choose an account`}
      data={senders.map((account) => ({ value: account, label: maskAccount(account) }))}
      value={sender}
      onChange={(account) => {
        if (account !== null) change({ sender: account })
      }}
      allowDeselect={false}
    />
  )
}

function NoSender(): ReactNode {
  return (
    <Alert color="yellow" icon={<IconPlugConnectedX />} title={<Trans>No WhatsApp account is connected</Trans>}>
      <Stack gap="sm" align="start">
        <Text>
          <Trans>Open WhatsApp Web in this browser and log in; the account then appears here.</Trans>
        </Text>
        <Button
          component="a"
          href={WHATSAPP_URL}
          target="_blank"
          rel="noopener"
          variant="default"
          size="xs"
          leftSection={<IconBrandWhatsapp size={14} />}
        >
          <Trans>Open WhatsApp Web</Trans>
        </Button>
      </Stack>
    </Alert>
  )
}
