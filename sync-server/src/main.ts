import { ConfigError, readConfig } from './config.ts'
import { FolderInUseError } from './store/data-folder.ts'
import { DatabaseError } from './store/open-database.ts'
import { startServer } from './server.ts'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) end(`Node 24 is needed; this is ${process.version}. Start with: pnpm server`)

// Every hook is guarded; this is for the library calls nobody waits for. None of them owes anybody an acknowledgement.
process.on('unhandledRejection', (error) => console.error('unhandled rejection', error))

try {
  const server = await startServer(readConfig(process.env))
  const stop = (): void => void server[Symbol.asyncDispose]().then(() => process.exit(0))
  process.once('SIGTERM', stop).once('SIGINT', stop)
  void server.failed.then((error) => {
    console.error('an update could not be stored', error)
    process.exit(1)
  })
} catch (error) {
  if (error instanceof ConfigError || error instanceof FolderInUseError || error instanceof DatabaseError)
    end(error.message)
  throw error
}

function end(message: string): never {
  console.error(message)
  process.exit(1)
}
