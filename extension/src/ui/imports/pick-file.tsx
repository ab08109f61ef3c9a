import { useState, type DragEvent, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { FileButton, Button, Stack, Text } from '@mantine/core'
import { IconFileTypeCsv } from '@tabler/icons-react'
import styles from './pick-file.module.css'

const TYPES = '.csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values'

/** Takes one file by drop or by dialog. What is in it is judged in the preview, with words for every wrong kind. */
export function PickFile({ onPick }: { onPick: (file: File) => void }): ReactNode {
  const [over, setOver] = useState(false)
  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onPick(file)
  }
  return (
    <div
      className={styles.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => {
        setOver(false)
      }}
      onDrop={drop}
    >
      <Stack align="center" gap="xs">
        <IconFileTypeCsv size={40} stroke={1.25} aria-hidden />
        <Text fw={600} size="lg">
          <Trans>Drop a CSV file here</Trans>
        </Text>
        <Text c="dimmed" ta="center" maw={460}>
          <Trans>
            From Google Contacts, Outlook, a spreadsheet or another tool. You see what each row becomes before anything
            is saved.
          </Trans>
        </Text>
        <FileButton
          accept={TYPES}
          onChange={(file) => {
            if (file) onPick(file)
          }}
        >
          {(props) => (
            <Button {...props} mt="sm">
              <Trans>Choose file</Trans>
            </Button>
          )}
        </FileButton>
      </Stack>
    </div>
  )
}
