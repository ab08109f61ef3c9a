import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface SourceFile {
  path: string
  text: string
}

/** Every file of the checkout that git knows or would add, by path from the root. */
export function trackedFiles(pattern: RegExp): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  return listed
    .split('\n')
    .filter((path) => pattern.test(path) && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

export interface Import {
  from: string
  to: string
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g

/** The imports of one file; relative ones and `@parley/shared/*` as paths from the root, packages as they are written. */
export function importsOf({ path, text }: SourceFile): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    from: path,
    to: resolve(path, match[1] ?? match[2] ?? match[3] ?? ''),
  }))
}

function resolve(from: string, target: string): string {
  if (target.startsWith('.')) return normalize(join(dirname(from), target))
  const room = /^@parley\/shared\/(.+)$/.exec(target)?.[1]
  return room === undefined ? target : `shared/src/${room}/index.ts`
}
