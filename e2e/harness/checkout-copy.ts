import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** A copy of the checkout that a test may change, with the installed packages linked in. */
export async function copyCheckout(): Promise<{ root: string } & AsyncDisposable> {
  const root = await mkdtemp(join(tmpdir(), 'parley-checkout-'))
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  for (const path of listed.split('\n').filter((name) => name !== '' && existsSync(name))) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await cp(path, join(root, path))
  }
  for (const folder of ['.', 'shared'])
    await symlink(resolve(folder, 'node_modules'), join(root, folder, 'node_modules'))
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) }
}
