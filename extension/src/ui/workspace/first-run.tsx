import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Center, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { CountrySelect } from '../kit/country-select.tsx'
import { guessCountry } from '../kit/countries.ts'
import { useRun } from '../kit/use-run.tsx'
import { DataFacts } from './data-facts.tsx'

/** The first screen: one name, one country, and where the data will live. */
export function FirstRun(): ReactNode {
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" maw={520} w="100%">
        <Stack gap="lg">
          <div>
            <Title order={1}>
              <Trans>Welcome to Parley</Trans>
            </Title>
            <Text c="dimmed" mt={4}>
              <Trans>A workspace holds your contacts. You can start alone, on this device.</Trans>
            </Text>
          </div>
          <WorkspaceForm />
          <DataFacts />
        </Stack>
      </Paper>
    </Center>
  )
}

function WorkspaceForm(): ReactNode {
  const { t } = useLingui()
  const run = useRun()
  const [name, setName] = useState('')
  const [country, setCountry] = useState(() => guessCountry(navigator.language) ?? null)
  const [busy, setBusy] = useState(false)
  async function create(): Promise<void> {
    if (country === null) return
    setBusy(true)
    await run('workspace.create', { name: name.trim(), country })
    setBusy(false)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <Stack>
        <TextInput
          label={<Trans>Workspace name</Trans>}
          description={<Trans>Your team or shop, as you call it</Trans>}
          placeholder={t`Corner Bakery`}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
          }}
          maxLength={120}
          required
          withAsterisk={false}
          autoFocus
        />
        <CountrySelect value={country} onChange={setCountry} />
        <Button type="submit" loading={busy} disabled={name.trim() === '' || country === null}>
          <Trans>Create workspace</Trans>
        </Button>
      </Stack>
    </form>
  )
}
