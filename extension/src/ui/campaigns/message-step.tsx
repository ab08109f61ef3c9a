import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, EmptyState, Paper, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconInfoCircle, IconMessage } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { TemplateListed } from '../../engine/calls.ts'
import { QueryView } from '../kit/query-view.tsx'
import { useFormats } from '../kit/use-formats.ts'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { MessageBubble } from '../templates/message-bubble.tsx'
import { planOf, useCampaignDraft } from './campaign-draft.tsx'

type Published = TemplateListed & { readonly version: number }

/** What they read: a published version, shown as one of them gets it. */
export function MessageStep(): ReactNode {
  const templates = useQuery('templates.list', {})
  return (
    <QueryView query={templates}>
      {(list) => {
        const published = list.filter((template): template is Published => template.version !== null)
        return published.length === 0 ? <NothingPublished /> : <Choose templates={published} />
      }}
    </QueryView>
  )
}

function NothingPublished(): ReactNode {
  return (
    <EmptyState
      py="xl"
      variant="light"
      icon={<IconMessage stroke={1.5} />}
      title={<Trans>No template is published</Trans>}
      description={<Trans>Write what you want to say and publish it; then it can be sent.</Trans>}
    >
      <EmptyState.Actions>
        <Button component={Link} href="/templates">
          <Trans>Write a template</Trans>
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

function Choose({ templates }: { templates: readonly Published[] }): ReactNode {
  const { t } = useLingui()
  const { number } = useFormats()
  const { draft, change } = useCampaignDraft()
  const chosen = templates.find(({ id }) => id === draft.message?.templateId)
  function choose(id: string | null): void {
    const template = templates.find((one) => one.id === id)
    if (template) change({ message: { templateId: template.id, version: template.version, name: template.name } })
  }
  return (
    <SimpleGrid cols={2} spacing="lg">
      <Stack>
        <Select
          label={<Trans>Template</Trans>}
          placeholder={t`Choose what to send`}
          searchable
          allowDeselect={false}
          data={templates.map(({ id, name, version }) => {
            const latest = number(version)
            return { value: id, label: t`${name}, version ${latest}` }
          })}
          value={chosen?.id ?? null}
          onChange={choose}
        />
        {chosen?.changed === true && <DraftDiffers template={chosen} />}
      </Stack>
      {draft.message && <Preview />}
    </SimpleGrid>
  )
}

function DraftDiffers({ template }: { template: Published }): ReactNode {
  const { number } = useFormats()
  const version = number(template.version)
  return (
    <Alert icon={<IconInfoCircle />} color="gray" title={<Trans>Its draft has been changed since</Trans>}>
      <Stack gap="xs" align="start">
        <Text>
          <Trans>Version {version} is sent. Publish the draft to send that instead.</Trans>
        </Text>
        <Button component={Link} href={`/templates/${template.id}`} variant="default" size="xs">
          <Trans>Open the template</Trans>
        </Button>
      </Stack>
    </Alert>
  )
}

function Preview(): ReactNode {
  const { draft } = useCampaignDraft()
  const plan = planOf(draft)
  return (
    <Paper withBorder p="md">
      {plan && <Sampled plan={plan} />}
    </Paper>
  )
}

function Sampled({ plan }: { plan: NonNullable<ReturnType<typeof planOf>> }): ReactNode {
  const review = useKept(useQuery('campaigns.review', plan))
  return (
    <QueryView query={review}>
      {({ samples }) => {
        const sample = samples.find(({ kind }) => kind === 'random') ?? samples[0]
        if (!sample)
          return (
            <Text c="dimmed">
              <Trans>Nobody of this audience can get this message. The review says why.</Trans>
            </Text>
          )
        const { name, text } = sample
        return (
          <Stack gap="xs">
            <Text c="dimmed">
              {name === '' ? (
                <Trans>As one of them reads it</Trans>
              ) : (
                <Trans>
                  As <bdi>{name}</bdi> reads it
                </Trans>
              )}
            </Text>
            <MessageBubble text={text} />
          </Stack>
        )
      }}
    </QueryView>
  )
}
