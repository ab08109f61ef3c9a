import type { ReactNode } from 'react'
import { Plural, useLingui } from '@lingui/react/macro'
import { Group, Paper, Stack } from '@mantine/core'
import { Link } from 'wouter'
import type { Place } from '@parley/shared/queue'
import type { CampaignDetail } from '../../engine/calls.ts'
import { useFormats } from '../kit/use-formats.ts'
import { TimeLeft } from '../queue/campaign-line.tsx'
import { takenPlaces } from '../queue/place-look.ts'
import { ProgressBar } from '../queue/progress-bar.tsx'
import { PLACE_WORDS } from '../queue/queue-words.tsx'
import styles from './campaign.module.css'

interface Props {
  readonly campaign: CampaignDetail
  readonly place: Place | undefined
}

/** Where its messages are: numbers that sum to the recipients, each the way to its rows. */
export function CampaignNumbers({ campaign, place }: Props): ReactNode {
  const { i18n, t } = useLingui()
  const { campaignId, counts } = campaign
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <ProgressBar counts={counts} size="lg" />
        <Group gap={4} component="nav" aria-label={t`Messages by state`}>
          <NumberLink
            to={`/campaigns/${campaignId}`}
            value={counts.total}
            here={place === undefined}
            label={<Plural value={counts.total} one="recipient" other="recipients" />}
          />
          {takenPlaces(counts).map((taken) => (
            <NumberLink
              key={taken}
              to={`/campaigns/${campaignId}/${taken}`}
              value={counts[taken]}
              here={place === taken}
              label={i18n._(PLACE_WORDS[taken])}
            />
          ))}
        </Group>
        <TimeLeft campaign={campaign} />
      </Stack>
    </Paper>
  )
}

interface NumberLinkProps {
  readonly to: string
  readonly value: number
  readonly label: ReactNode
  readonly here: boolean
}

function NumberLink({ to, value, label, here }: NumberLinkProps): ReactNode {
  const { number } = useFormats()
  return (
    <Link href={to} className={styles.number ?? ''} aria-current={here ? 'true' : undefined}>
      <strong data-numbers>{number(value)}</strong>
      <span>{label}</span>
    </Link>
  )
}
