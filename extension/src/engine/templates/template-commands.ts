import type * as Y from 'yjs'
import { asTemplateId, draftsDoc, newTemplateId, ruleDoc, versionsDoc, type Random } from '@parley/shared/ids'
import {
  canPublish,
  checkTemplate,
  createDraft,
  draftMap,
  listVersions,
  mergeBodies,
  nextVersionNumber,
  publishVersion,
  readDraft,
  setDraftBody,
  type Formatting,
  type TemplateDraft,
} from '@parley/shared/templates'
import { CallFailure } from '../calls/failure.ts'
import type { CommandHandlers } from '../calls/handlers.ts'
import type { Work } from '../store/index.ts'
import type { CurrentWorkspace } from '../workspace/index.ts'
import { knownVariables } from './known-variables.ts'
import { saysTheSame } from './same-text.ts'

type TemplateCommand = 'templates.create' | 'templates.edit' | 'templates.archive' | 'templates.publish'

/** @param formatting how the device writes dates and money now. */
export function templateCommands(
  current: CurrentWorkspace,
  random: Random,
  formatting: () => Formatting,
): Pick<CommandHandlers, TemplateCommand> {
  return {
    async 'templates.create'(work, { name, body }) {
      const id = newTemplateId(random)
      const draft = { name, body, ...formatting() }
      await work.edit(draftsDoc(current.require().workspace), (drafts) => createDraft(drafts, id, draft))
      return { id }
    },
    'templates.edit': (work, { id, name, body, base }) =>
      editDraft(work, current, id, (draft, { body: stood }) => {
        if (name !== undefined) draft.set('name', name)
        if (body === undefined) return { body: null }
        const next = mergeBodies(base ?? stood, body, stood)
        setDraftBody(draft, next)
        return { body: next === body ? null : next }
      }),
    'templates.archive': (work, { id, archived }) =>
      editDraft(work, current, id, (draft) => {
        if (archived) draft.set('archived', 1)
        else draft.delete('archived')
        return null
      }),
    async 'templates.publish'(work, { id }) {
      const { workspace } = current.require()
      const draft = await work.read(draftsDoc(workspace), (drafts) => draftOf(drafts, id))
      const known = await work.read(ruleDoc(workspace), knownVariables)
      const check = checkTemplate(draft.body, known.keys())
      if (!canPublish(check)) throw new CallFailure({ reason: 'template-problems', problems: check.problems })
      return work.edit(versionsDoc(workspace), (versions) => ({ version: publish(versions, draft, work) }))
    },
  }
}

/** Throws CallFailure `nothing-changed` where the latest version says it already. Answers the version's number. */
function publish(versions: Y.Map<unknown>, draft: TemplateDraft, { actor, now, opId }: Work): number {
  const { id, name, body, locale, timeZone } = draft
  const number = nextVersionNumber(versions, id)
  const [latest] = listVersions(versions, id)
  // A later format's version may stand in between: then nobody here knows what the latest says.
  if (latest?.number === number - 1 && saysTheSame(draft, latest)) throw new CallFailure({ reason: 'nothing-changed' })
  publishVersion(versions, { template: id, number, name, body, locale, timeZone, by: actor, at: now, opId })
  return number
}

/** Throws CallFailure `not-found` for a draft that is not there. */
function draftOf(drafts: Y.Map<unknown>, text: string): TemplateDraft {
  const id = asTemplateId(text)
  const draft = id && readDraft(drafts, id)
  if (!draft) throw new CallFailure({ reason: 'not-found' })
  return draft
}

function editDraft<T>(
  work: Work,
  current: CurrentWorkspace,
  id: string,
  change: (draft: Y.Map<unknown>, read: TemplateDraft) => T,
): Promise<T> {
  return work.edit(draftsDoc(current.require().workspace), (drafts) => {
    const read = draftOf(drafts, id)
    const draft = draftMap(drafts, read.id)
    if (!draft) throw new CallFailure({ reason: 'not-found' })
    return change(draft, read)
  })
}
