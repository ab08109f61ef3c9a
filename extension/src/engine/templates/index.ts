export { deviceFormatting } from './device-formatting.ts'
export { templateCommands } from './template-commands.ts'
export { templateQueries } from './template-queries.ts'
