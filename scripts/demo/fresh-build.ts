import { existsSync } from 'node:fs'
import { cp, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build, locked } from '../../e2e/harness/build-once.ts'

const BUILT = '.output/chrome-mv3'
const SOURCES = ['extension', 'shared/src', 'wxt.config.ts', 'package.json', 'pnpm-lock.yaml']

/** Copies the extension as it ships into `folder`, built first where the build is missing or older than the sources. */
export async function freshBuild(folder: string, say: (line: string) => void): Promise<void> {
  await locked(async () => {
    if (await isOld()) {
      say('Building the extension…')
      build([])
    }
    await cp(BUILT, join(folder, 'chrome-mv3'), { recursive: true })
  })
}

async function isOld(): Promise<boolean> {
  const manifest = join(BUILT, 'manifest.json')
  if (!existsSync(manifest)) return true
  const { mtimeMs } = await stat(manifest)
  const times = await Promise.all(SOURCES.map(newest))
  return Math.max(...times) > mtimeMs
}

/** ms since 1970 of the last change in it. */
async function newest(path: string): Promise<number> {
  const { mtimeMs } = await stat(path)
  if (!(await stat(path)).isDirectory()) return mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const times = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))))
  return Math.max(mtimeMs, ...times.map((each) => each.mtimeMs))
}
