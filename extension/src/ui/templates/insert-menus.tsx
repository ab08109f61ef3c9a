import { useState, type ReactNode, type RefObject } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Combobox, Group, Menu, Text, useCombobox } from '@mantine/core'
import { IconBraces, IconChevronDown, IconFilter } from '@tabler/icons-react'
import { foldText } from '@parley/shared/contacts'
import type { KnownVariable } from '../../engine/calls.ts'
import { useFieldName } from '../contacts/field-name.tsx'
import { CodeText } from './code-text.tsx'
import { FILTERS } from './filter-words.tsx'
import { filterPlace } from './places.ts'
import { typeInto } from './type-into.ts'

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly variables: readonly KnownVariable[]
}

/** Ways to write `{{ … }}` without knowing how it is written; both type at the caret. */
export function InsertMenus({ field, variables }: Props): ReactNode {
  return (
    <Group gap="xs">
      <VariableMenu field={field} variables={variables} />
      <FilterMenu field={field} />
    </Group>
  )
}

function VariableMenu({ field, variables }: Props): ReactNode {
  const { t } = useLingui()
  const nameOf = useFieldName()
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownOpen: () => {
      combobox.focusSearchInput()
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
    },
  })
  const wanted = foldText(search.trim())
  const found = variables.filter(({ name, fieldId }) => foldText(`${name} ${nameOf(fieldId)}`).includes(wanted))
  function insert(name: string): void {
    combobox.closeDropdown()
    const element = field.current
    if (element) typeInto(element, { start: element.selectionStart, end: element.selectionEnd, text: `{{ ${name} }}` })
  }
  return (
    <Combobox store={combobox} width={320} position="bottom-start" onOptionSubmit={insert}>
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBraces size={16} />}
          rightSection={<IconChevronDown size={14} />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => {
            combobox.toggleDropdown()
          }}
        >
          <Trans>Insert a variable</Trans>
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
            combobox.selectFirstOption()
          }}
          placeholder={t`Search fields`}
          aria-label={t`Search fields`}
        />
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={t`Fields`}>
          {found.map(({ name, fieldId }) => (
            <Combobox.Option key={name} value={name}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <Text span dir="auto" truncate>
                  {nameOf(fieldId)}
                </Text>
                <CodeText>{name}</CodeText>
              </Group>
            </Combobox.Option>
          ))}
          {found.length === 0 && (
            <Combobox.Empty>
              <Trans>Nothing found</Trans>
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function FilterMenu({ field }: Pick<Props, 'field'>): ReactNode {
  const [place, setPlace] = useState<number>()
  return (
    <Menu
      position="bottom-start"
      width={320}
      returnFocus={false}
      onOpen={() => {
        setPlace(field.current ? filterPlace(field.current.value, field.current.selectionStart) : undefined)
      }}
    >
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFilter size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          <Trans>Change how it reads</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {place === undefined ? (
            <Trans>Put the caret into a variable first.</Trans>
          ) : (
            <Trans>For the variable at the caret</Trans>
          )}
        </Menu.Label>
        {FILTERS.map(({ text, caret, words }) => (
          <Menu.Item
            key={text}
            disabled={place === undefined}
            rightSection={<CodeText>{text.replace(' | ', '')}</CodeText>}
            onClick={() => {
              if (field.current && place !== undefined)
                typeInto(field.current, { start: place, end: place, text, caret })
            }}
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
