import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { useContactFilter } from '../contacts/contact-filter.tsx'

/** One search for the whole app: it narrows the contact list, and brings it up first from any other screen. */
export function ContactSearch(): ReactNode {
  const { t } = useLingui()
  const [path, navigate] = useLocation()
  const { filter, setFilter } = useContactFilter()
  const input = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => input.current?.focus()]])
  function search(text: string): void {
    setFilter({ ...filter, search: text })
    if (path !== '/contacts') navigate('/contacts')
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') search('')
  }
  return (
    <TextInput
      ref={input}
      role="searchbox"
      aria-label={t`Search contacts`}
      placeholder={t`Search contacts`}
      leftSection={<IconSearch size={16} />}
      rightSection={
        filter.search === '' ? (
          <Kbd size="xs">/</Kbd>
        ) : (
          <CloseButton
            size="sm"
            aria-label={t`Clear search`}
            onClick={() => {
              search('')
            }}
          />
        )
      }
      value={filter.search}
      onChange={(event) => {
        search(event.currentTarget.value)
      }}
      onKeyDown={onKeyDown}
      maxLength={200}
      dir="auto"
      w={360}
      miw={160}
    />
  )
}
