import { useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Kbd, Stack, Text } from '@mantine/core'
import { render, type Rendered } from '@parley/shared/templates'
import type { ContactRow, TemplateDetail } from '../../engine/calls.ts'
import type { InsertResult } from '../../whatsapp/panel-protocol.ts'
import type { HostPort } from '../kit/panel-handshake.ts'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { MessageBubble } from '../templates/message-bubble.tsx'
import { RenderProblemText } from '../templates/render-problem-text.tsx'
import { useChatContact } from './use-chat-contact.ts'

/** One template as the person of the open chat would get it, and the way into the composer. */
export function PanelTemplate({ id, host }: { id: string; host: HostPort }): ReactNode {
  const contact = useChatContact(host)
  const template = useQuery('templates.one', { id })
  const values = useKept(useQuery('templates.values', { contactIds: contact ? [contact.id] : [] }))
  const [result, setResult] = useState<InsertResult>()
  if (template.state !== 'ready' || !template.value || values.state !== 'ready') return null
  const filled = latestFilled(template.value, values.value[0]?.values ?? {})
  async function insert(text: string): Promise<void> {
    setResult(await host.insertDraft(text))
  }
  return (
    <Stack gap="xs">
      <FilledFor contact={contact} />
      {filled?.ok === true && <MessageBubble text={filled.text} />}
      {filled?.ok === false && <MessageBubble note={<RenderProblemText problem={filled.problem} />} />}
      <Button
        type="submit"
        disabled={filled?.ok !== true}
        rightSection={<Kbd size="xs">⏎</Kbd>}
        onClick={() => {
          if (filled?.ok === true) void insert(filled.text)
        }}
      >
        <Trans>Insert</Trans>
      </Button>
      <Text size="xs" c="dimmed" role="status">
        {result && <Outcome result={result} />}
      </Text>
    </Stack>
  )
}

/** The latest version, not the draft: what is half written stays in the app. */
function latestFilled(
  { versions, locale, timeZone }: TemplateDetail,
  values: Record<string, string>,
): Rendered | undefined {
  const [latest] = versions
  return latest && render({ body: latest.body, locale, timeZone }, values)
}

function FilledFor({ contact }: { contact: ContactRow | undefined }): ReactNode {
  const name = contact?.name ?? ''
  return (
    <Text size="xs" c="dimmed">
      {contact ? (
        <Trans>
          Filled for <bdi>{name}</bdi>
        </Trans>
      ) : (
        <Trans>The open chat is none of your contacts: defaults are used.</Trans>
      )}
    </Text>
  )
}

function Outcome({ result }: { result: InsertResult }): ReactNode {
  if (result === 'inserted') return <Trans>It stands in the message box. Read it, then send it in WhatsApp.</Trans>
  if (result === 'no-composer') return <Trans>Open a chat first. Nothing was inserted.</Trans>
  return <Trans>The message box holds something else than this text. Read it before you send.</Trans>
}
