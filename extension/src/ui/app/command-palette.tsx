import '@mantine/spotlight/styles.css'
import { useState, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Spotlight, type SpotlightActionData, type SpotlightProps } from '@mantine/spotlight'
import { IconAddressBook, IconSearch, IconUser } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { useKept } from '../kit/use-kept.ts'
import { useQuery } from '../kit/use-query.ts'
import { useCommands } from './use-commands.tsx'

type SpotlightActions = SpotlightProps['actions'][number]

const FOUND = 6

/** Ctrl/⌘ K: go anywhere, do anything, find anybody. */
export function CommandPalette(): ReactNode {
  const { t } = useLingui()
  const [query, setQuery] = useState('')
  const commands = useCommands()
  const people = useFoundContacts(query)
  return (
    <Spotlight
      shortcut="mod + K"
      tagsToIgnore={[]}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 100 }}
      query={query}
      onQueryChange={setQuery}
      actions={[
        { group: t`Commands`, actions: commands },
        { group: t`Contacts`, actions: people },
      ]}
      filter={(text, actions) => actions.map((group) => narrowed(group, text))}
      nothingFound={t`Nothing found`}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t`Type a command or a name`,
        'aria-label': t`Type a command or a name`,
      }}
    />
  )
}

/** The engine has filtered the contacts already; only commands are matched here. */
function narrowed(actions: SpotlightActions, text: string): SpotlightActions {
  if (!('actions' in actions)) return actions
  const wanted = text.trim().toLowerCase()
  const fits = ({ id, label }: SpotlightActionData): boolean =>
    id.startsWith('contact:') || (label ?? '').toLowerCase().includes(wanted)
  return { ...actions, actions: actions.actions.filter(fits) }
}

function useFoundContacts(text: string): SpotlightActionData[] {
  const [, navigate] = useLocation()
  const search = text.trim()
  const found = useKept(useQuery('contacts.page', { search, limit: FOUND }))
  if (search === '' || found.state !== 'ready') return []
  return found.value.rows.map(({ id, name, phone }) => ({
    id: `contact:${id}`,
    label: name === '' ? phone : name,
    description: name === '' ? '' : phone,
    leftSection: name === '' ? <IconAddressBook size={18} /> : <IconUser size={18} />,
    onClick: () => {
      navigate(`/contacts/${id}`)
    },
  }))
}
