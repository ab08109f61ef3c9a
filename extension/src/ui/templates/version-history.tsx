import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Accordion, Button, Text, Title } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { diffBodies, type DiffPart } from '@parley/shared/templates'
import type { PublishedVersion } from '../../engine/calls.ts'
import { ByLine } from '../contacts/by-line.tsx'
import { useFormats } from '../kit/use-formats.ts'
import styles from './templates.module.css'

interface Props {
  readonly versions: readonly PublishedVersion[]
  readonly text: string
  /** Makes the draft say this. */
  readonly onUse: (body: string) => void
}

/** What was published, newest first, each with what it changed; on top what publishing now would change. */
export function VersionHistory({ versions, text, onUse }: Props): ReactNode {
  const [latest] = versions
  if (!latest) return null
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Versions</Trans>
      </Title>
      <Accordion multiple variant="separated" order={3}>
        {latest.body !== text && <Unpublished before={latest} text={text} />}
        {versions.map((version) => (
          <Version key={version.number} version={version} onUse={onUse} current={version.body === text} />
        ))}
      </Accordion>
    </section>
  )
}

function Unpublished({ before, text }: { before: PublishedVersion; text: string }): ReactNode {
  const { number } = before
  return (
    <Accordion.Item value="draft">
      <Accordion.Control>
        <Text fw={500}>
          <Trans>Changed since version {number}</Trans>
        </Text>
        <Text size="xs" c="dimmed">
          <Trans>Not published yet</Trans>
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        <Difference parts={diffBodies(before.body, text)} />
      </Accordion.Panel>
    </Accordion.Item>
  )
}

interface VersionProps {
  readonly version: PublishedVersion
  readonly current: boolean
  readonly onUse: (body: string) => void
}

function Version({ version, current, onUse }: VersionProps): ReactNode {
  const { moment } = useFormats()
  const { number, body, changes } = version
  return (
    <Accordion.Item value={String(number)}>
      <Accordion.Control>
        <Text fw={500} data-numbers>
          <Trans>Version {number}</Trans>
        </Text>
        <ByLine when={moment(version.at)} />
      </Accordion.Control>
      <Accordion.Panel>
        <Difference parts={changes.length > 0 ? changes : [{ kind: 'same', text: body }]} />
        {!current && (
          <Button
            variant="default"
            size="compact-sm"
            mt="xs"
            leftSection={<IconRestore size={14} />}
            onClick={() => {
              onUse(body)
            }}
          >
            <Trans>Write this text again</Trans>
          </Button>
        )}
      </Accordion.Panel>
    </Accordion.Item>
  )
}

const ELEMENTS = { same: 'span', removed: 'del', added: 'ins' } as const

function Difference({ parts }: { parts: readonly DiffPart[] }): ReactNode {
  return (
    <div className={styles.difference} dir="auto">
      {parts.map(({ kind, text }, at) => {
        const Part = ELEMENTS[kind]
        return <Part key={at}>{text}</Part>
      })}
    </div>
  )
}
