import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import type { ContactDetail } from '../../engine/calls.ts'
import { useRun } from '../kit/use-run.tsx'
import { useWorkspace } from '../workspace/use-workspace.tsx'
import { TagsField } from './tags-field.tsx'

/** The contact's tags, edited in place. */
export function ContactTags({ contact }: { contact: ContactDetail }): ReactNode {
  const { tagName } = useWorkspace()
  const run = useRun()
  function change(names: string[]): void {
    const add = names.filter((name) => !contact.tags.some((tag) => tagName(tag) === name))
    const remove = contact.tags.filter((tag) => !names.includes(tagName(tag)))
    if (add.length + remove.length > 0) void run('contacts.tag', { ids: [contact.id], add, remove })
  }
  return <TagsField label={<Trans>Tags</Trans>} value={contact.tags.map(tagName)} onChange={change} />
}
