import { useMemo, useState, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconGhost2 } from '@tabler/icons-react'
import { canPublish, render, type Formatting, type TemplateCheck } from '@parley/shared/templates'
import type { ContactValues } from '../../engine/calls.ts'
import { ContactPicker } from './contact-picker.tsx'
import { MessageBubble } from './message-bubble.tsx'
import { RenderProblemText } from './render-problem-text.tsx'
import styles from './templates.module.css'
import { usePreviewContact } from './use-preview-contact.ts'

interface Props {
  readonly text: string
  readonly formatting: Formatting
  readonly check: TemplateCheck
}

/** The message as one of the workspace's contacts would get it, while it is typed. */
export function Preview({ text, formatting, check }: Props): ReactNode {
  const [chosen, setChosen] = useState<string>()
  const [worst, setWorst] = useState(false)
  const contact = usePreviewContact(worst ? 'worst' : chosen, check.variables)
  return (
    <Stack component="section" gap="xs" className={styles.preview} aria-labelledby="preview-title">
      <Title order={2} id="preview-title">
        <Trans>Preview</Trans>
      </Title>
      <ContactPicker
        contact={contact}
        onPick={(id) => {
          setWorst(false)
          setChosen(id)
        }}
      />
      <Group>
        <Button
          variant={worst ? 'light' : 'default'}
          size="xs"
          leftSection={<IconGhost2 size={16} />}
          aria-pressed={worst}
          onClick={() => {
            setWorst(!worst)
          }}
        >
          <Trans>Show the worst case</Trans>
        </Button>
      </Group>
      <Message text={text} formatting={formatting} check={check} contact={contact} />
      <Lacks contact={contact} check={check} />
    </Stack>
  )
}

function Message({ text, formatting, check, contact }: Props & { contact: ContactValues | undefined }): ReactNode {
  const { locale, timeZone } = formatting
  const rendered = useMemo(
    () => render({ body: text, locale, timeZone }, contact?.values ?? {}),
    [text, locale, timeZone, contact],
  )
  if (text.trim() === '') return <MessageBubble note={<Trans>What you write appears here.</Trans>} />
  if (!canPublish(check)) return <MessageBubble note={<Trans>Fix the problems to see the message.</Trans>} />
  if (!rendered.ok) return <MessageBubble note={<RenderProblemText problem={rendered.problem} />} />
  return <MessageBubble text={rendered.text} />
}

/** Which of the variables this contact cannot fill. */
function Lacks({ contact, check }: { contact: ContactValues | undefined; check: TemplateCheck }): ReactNode {
  // What no contact can have is a problem of the text, and is said there.
  const unknown = check.problems.flatMap((problem) => (problem.code === 'unknown-variable' ? problem.name : []))
  const lacking = check.variables.filter(({ name }) => contact && !unknown.includes(name) && !(name in contact.values))
  if (!contact)
    return (
      <Text size="xs" c="dimmed">
        <Trans>There are no contacts yet: this is how it reads for somebody of whom nothing is known.</Trans>
      </Text>
    )
  if (lacking.length === 0) return null
  const names = lacking.map(({ name }) => name).join(', ')
  return (
    <Text size="xs" c="dimmed">
      <Trans>
        This contact has no <bdi>{names}</bdi>.
      </Trans>
    </Text>
  )
}
