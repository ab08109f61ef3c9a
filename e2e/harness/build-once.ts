import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with `chrome-mv3` and `firefox-mv3`, the production builds under test. */
    builds: string
  }
}

const LOCK = join('.output', '.building')
const STALE_MS = 180_000

/** Builds the extension as it ships and hands the tests a copy that a later build cannot change under them. */
export default async function buildOnce(project: TestProject): Promise<() => Promise<void>> {
  const builds = await mkdtemp(join(tmpdir(), 'parley-builds-'))
  await locked(async () => {
    for (const target of [[], ['-b', 'firefox', '--mv3']]) build(target)
    await cp('.output', builds, { recursive: true, filter: (path) => !path.endsWith('.building') })
  })
  project.provide('builds', builds)
  return () => rm(builds, { recursive: true, force: true })
}

/** Quiet unless it fails: the spinner floods a log. */
export function build(target: string[]): void {
  const { status, stdout, stderr } = spawnSync('wxt', ['build', ...target], {
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
  })
  if (status !== 0) throw new Error(`wxt build ${target.join(' ')} failed:\n${stdout}\n${stderr}`)
}

/** Two test runs in one checkout would otherwise build into each other's files. */
export async function locked(work: () => Promise<void>): Promise<void> {
  await mkdir('.output', { recursive: true })
  while (!(await take())) await sleep(500)
  try {
    await work()
  } finally {
    await rm(LOCK, { recursive: true, force: true })
  }
}

async function take(): Promise<boolean> {
  try {
    await mkdir(LOCK)
    return true
  } catch {
    const age = await stat(LOCK).then(
      (entry) => Date.now() - entry.mtimeMs,
      () => 0,
    )
    if (age > STALE_MS) await rm(LOCK, { recursive: true, force: true })
    return false
  }
}
