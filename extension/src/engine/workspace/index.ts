export { CurrentWorkspace } from './current-workspace.ts'
export { contactDocs, contactPrefix, docOfContact, type Layout } from './layout.ts'
export { workspaceCommands } from './workspace-commands.ts'
export { workspaceQueries } from './workspace-queries.ts'
