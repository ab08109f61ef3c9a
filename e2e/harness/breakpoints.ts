import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { TraceMap, eachMapping } from '@jridgewell/trace-mapping'
import { DebuggerSession } from './debugger-session.ts'
import type { Chromium } from './chromium.ts'

/** A place in the built file, 0-based as the debugger counts. */
export interface BuiltPlace {
  file: string
  line: number
  column: number
}

/**
 * Where a line of the source ended up in the build, through the shipped source map.
 * `source` ends a source path (`engine/store/command.ts`), `needle` is text that stands on exactly one of its lines.
 */
export async function findInBuild(build: string, source: string, needle: string): Promise<BuiltPlace> {
  for (const file of await mapsOf(build)) {
    const map = new TraceMap(await readFile(join(build, file), 'utf8'))
    const index = map.sources.findIndex((name) => name?.endsWith(source))
    if (index === -1) continue
    return place(map, index, file.replace(/\.map$/, ''), source, needle)
  }
  throw new Error(`No built file holds ${source}: is it imported by an entrypoint?`)
}

async function mapsOf(build: string): Promise<string[]> {
  const files = await readdir(build, { recursive: true })
  return files.filter((file) => file.endsWith('.js.map'))
}

function place(map: TraceMap, index: number, file: string, source: string, needle: string): BuiltPlace {
  const lines = (map.sourcesContent?.[index] ?? '').split('\n')
  const hits = lines.flatMap((text, at) => (text.includes(needle) ? [at + 1] : []))
  if (hits.length !== 1) throw new Error(`"${needle}" stands on ${String(hits.length)} lines of ${source}, not on one`)
  const found: BuiltPlace[] = []
  eachMapping(map, (mapping) => {
    if (mapping.source === map.sources[index] && mapping.originalLine === hits[0])
      found.push({ file, line: mapping.generatedLine - 1, column: mapping.generatedColumn })
  })
  const first = found[0]
  if (first === undefined) throw new Error(`Line ${String(hits[0])} of ${source} has no code in the build`)
  return first
}

export interface Stop {
  /** Resolves when the worker stands at the point; nothing after it has run. */
  reached: Promise<void>
  /** Lets the worker go on and forgets the point. */
  resume(): Promise<void>
  /** Drops the debugger without going on: kill the worker first, or it continues. */
  detach(): void
}

/** Arms a breakpoint in the engine's worker, without any hook in the product. */
export async function stopAt(device: Chromium, build: string, source: string, needle: string): Promise<Stop> {
  const at = await findInBuild(build, source, needle)
  const session = await DebuggerSession.open(await device.debuggerUrl(), device.extensionId)
  await session.send('Debugger.enable')
  const urlRegex = `chrome-extension://[^/]+/${at.file.replaceAll('.', '\\.')}$`
  await session.send('Debugger.setBreakpointByUrl', { urlRegex, lineNumber: at.line, columnNumber: at.column })
  return {
    reached: session.once('Debugger.paused'),
    resume: async () => {
      await session.send('Debugger.disable')
      session.close()
    },
    detach: () => {
      session.close()
    },
  }
}
