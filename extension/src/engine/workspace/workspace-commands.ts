import {
  asFieldId,
  asTagId,
  newFieldId,
  newWorkspaceId,
  normaliseTagName,
  ruleDoc,
  workDoc,
  type Random,
} from '@parley/shared/ids'
import { readFields, readTags, renameTag, setFieldName, setPolicy } from '@parley/shared/workspace'
import type { CommandHandlers } from '../calls/handlers.ts'
import { CallFailure } from '../calls/failure.ts'
import type { CurrentWorkspace } from './current-workspace.ts'

type WorkspaceCommand =
  'workspace.create' | 'workspace.setCountry' | 'workspace.addField' | 'workspace.renameField' | 'workspace.renameTag'

export function workspaceCommands(current: CurrentWorkspace, random: Random): Pick<CommandHandlers, WorkspaceCommand> {
  return {
    async 'workspace.create'(work, { name, country }) {
      if (current.layout) throw new CallFailure({ reason: 'workspace-exists' })
      const id = newWorkspaceId(random)
      await work.edit(ruleDoc(id), (rule) => setPolicy(rule, { name, country }, work.opId))
      current.enter(work, id)
      return { id }
    },
    async 'workspace.setCountry'(work, { country }) {
      await work.edit(ruleDoc(current.require().workspace), (rule) => setPolicy(rule, { country }, work.opId))
      return null
    },
    async 'workspace.addField'(work, { name }) {
      const id = newFieldId(random)
      await work.edit(ruleDoc(current.require().workspace), (rule) => {
        refuseTaken(readFields(rule), name)
        setFieldName(rule, id, name, work.opId)
      })
      return { id }
    },
    async 'workspace.renameField'(work, { id, name }) {
      await work.edit(ruleDoc(current.require().workspace), (rule) => {
        const field = asFieldId(id)
        const others = withoutOwn(readFields(rule), id)
        refuseTaken(others, name)
        if (field) setFieldName(rule, field, name, work.opId)
      })
      return null
    },
    async 'workspace.renameTag'(work, { id, name }) {
      await work.edit(workDoc(current.require().workspace), (m) => {
        const tag = asTagId(id)
        refuseTaken(withoutOwn(readTags(m), id), name)
        if (tag) renameTag(m, tag, name, work.opId)
      })
      return null
    },
  }
}

interface Named {
  readonly id: string
  readonly name: string
}

/** The others; throws `not-found` when there is none of this id. */
function withoutOwn(all: readonly Named[], id: string): readonly Named[] {
  if (!all.some((each) => each.id === id)) throw new CallFailure({ reason: 'not-found' })
  return all.filter((each) => each.id !== id)
}

/** Two names a person cannot tell apart would be two columns nobody can choose between. */
function refuseTaken(others: readonly Named[], name: string): void {
  const normal = normaliseTagName(name)
  if (normal === '' || others.some((other) => normaliseTagName(other.name) === normal))
    throw new CallFailure({ reason: 'name-taken' })
}
