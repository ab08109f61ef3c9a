export { consentCommands } from './consent-commands.ts'
export { contactCommands } from './contact-commands.ts'
export { contactQueries } from './contact-queries.ts'
export { ContactIndex } from './index/contact-index.ts'

export { undoCommand } from './undo-command.ts'
