import { vi, expect } from 'vitest'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import { parseFile } from '../../../worker/parse-file.ts'
import {
  COMMANDS,
  QUERIES,
  type CommandName,
  type CommandResults,
  type ImportJob,
  type Input,
  type QueryName,
  type QueryResults,
} from '../../calls.ts'
import type { CommandHandlers, QueryHandlers } from '../../calls/handlers.ts'
import { openRooms } from '../../engine.ts'
import type { ParleyDb, Store, Work } from '../../store/index.ts'
import { Profile, random } from '../../store/testing.ts'
import { importCommands, importQueries, undoStopping } from './handlers.ts'
import { Importer, type ParserHost } from './importer.ts'

const { fullName } = STANDARD_FIELDS
let calls = 0

/** Workers that live in this thread: the real reading, so that an engine can be killed while it goes on. */
export class Host implements ParserHost {
  readonly profile: Profile
  report: Importer['report'] = () => Promise.resolve()
  readonly #running = new Map<string, () => void>()

  constructor(profile: Profile) {
    this.profile = profile
  }

  send: ParserHost['send'] = (order) => {
    if (order.kind === 'stop') this.kill(order.jobId)
    else if (!this.#running.has(order.task.jobId)) void this.#parse(order.task)
    return Promise.resolve()
  }

  close: ParserHost['close'] = () => Promise.resolve()

  /** As when the browser ends the worker: nothing it was about to write is written. */
  kill(jobId: string): void {
    this.#running.get(jobId)?.()
    this.#running.delete(jobId)
  }

  async #parse(task: Parameters<typeof parseFile>[1]): Promise<void> {
    const { jobId } = task
    const db = this.profile.database()
    this.#running.set(jobId, () => {
      db.close()
    })
    try {
      const failure = await parseFile(db, task, () => void this.report({ kind: 'staged', jobId }))
      this.#running.delete(jobId)
      if (failure) await this.report({ kind: 'failed', jobId, failure })
    } catch {
      // Killed.
    }
    db.close()
  }
}

export interface Engine {
  readonly profile: Profile
  readonly host: Host
  readonly store: Store
  readonly db: ParleyDb
  readonly importer: Importer
  run<N extends CommandName>(name: N, input: Input<N>): Promise<CommandResults[N]>
  ask<N extends QueryName>(name: N, input: Input<N>): Promise<QueryResults[N]>
}

/** An engine over a profile; starting another one kills it, as a second engine claims the store. */
export async function start(profile = new Profile(), host = new Host(profile)): Promise<Engine> {
  const store = await profile.start()
  const rooms = await openRooms(store, random)
  const db = profile.database()
  const options = {
    ...{ store, db, host, random, workspace: rooms.current, now: Date.now },
    phones: { holder: (number: string) => rooms.contacts().holder(number) },
    wake: () => Promise.resolve(),
  }
  const importer = new Importer(options)
  host.report = (report) => importer.report(report)
  const commands: Partial<CommandHandlers> = {
    ...rooms.commands,
    ...importCommands(importer, options),
    'operations.undo': undoStopping(importer, rooms.commands['operations.undo']),
  }
  const queries: Partial<QueryHandlers> = { ...rooms.queries, ...importQueries(importer, db) }
  return {
    ...{ profile, host, store, db, importer },
    run<N extends CommandName>(name: N, input: Input<N>) {
      const handler = commands[name] as (work: Work, input: unknown) => Promise<CommandResults[N]>
      const checked = COMMANDS[name].parse(input)
      return store.command(`c${String(++calls)}`, name, (work) => handler(work, checked))
    },
    ask<N extends QueryName>(name: N, input: Input<N>) {
      const query = queries[name] as { run(input: unknown): Promise<unknown> }
      return query.run(QUERIES[name].parse(input)) as Promise<QueryResults[N]>
    },
  }
}

export async function startTeam(): Promise<Engine> {
  const engine = await start()
  await engine.run('workspace.create', { name: 'Bakery', country: 'DE' })
  return engine
}

type Asked = Partial<Input<'import.start'>>

export async function begin(engine: Engine, file: string | Buffer, asked: Asked = {}): Promise<string> {
  const blobKey = `import/${String(Date.now())}-${String(++calls)}`
  await engine.db.blob.put({ key: blobKey, blob: new Blob([file as string]) })
  const mapping = { 0: `field:${fullName}`, 1: 'phone:1' }
  const { jobId } = await engine.run('import.start', {
    blobKey,
    fileName: 'people.csv',
    country: 'DE',
    mapping,
    ...asked,
  })
  return jobId
}

export async function jobOf(engine: Engine, jobId: string): Promise<ImportJob> {
  const job = (await engine.ask('import.jobs', {})).find((one) => one.jobId === jobId)
  if (!job) throw new Error('no such job')
  return job
}

export async function finished(engine: Engine, jobId: string): Promise<ImportJob> {
  await vi.waitFor(async () => expect((await jobOf(engine, jobId)).state).toMatch(/done|failed|cancelled/), {
    timeout: 25_000,
  })
  return jobOf(engine, jobId)
}

export async function imported(engine: Engine, file: string | Buffer, asked: Asked = {}): Promise<ImportJob> {
  return finished(engine, await begin(engine, file, asked))
}

/** The next commit of a chunk, or a moment without one. */
export function nextChunk({ importer }: Engine): Promise<void> {
  return new Promise((resolve) => {
    importer.onChange(resolve)
    setTimeout(resolve, 2_000)
  })
}

export function people(count: number, from = 0): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `Person ${String(from + i)},+49151${String(10_000_000 + from + i)}`,
  )
  return ['name,phone', ...rows].join('\n')
}
