import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright'

export type BrowserName = 'chromium' | 'firefox'

/** Where each browser may already be; the environment wins, so a machine with its own builds can name them. */
const places: Record<BrowserName, { env: string; paths: string[]; debian: string }> = {
  chromium: { env: 'PARLEY_CHROMIUM', paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser'], debian: 'chromium' },
  firefox: {
    env: 'PARLEY_FIREFOX',
    paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
  },
}

/** Path of a browser that can load the extension, or undefined. Branded Chrome is not searched: it ignores `--load-extension`. */
export function findBrowser(name: BrowserName): string | undefined {
  const { env, paths } = places[name]
  const downloaded = name === 'chromium' ? [chromium.executablePath()] : []
  return [process.env[env], ...paths, ...downloaded].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  )
}

/** The browser's path; throws with the remedy when it is missing. */
export function requireBrowser(name: BrowserName): string {
  const path = findBrowser(name)
  if (path === undefined) throw new Error(missing(name))
  return path
}

/** Finds or installs both browsers, saying what it does; throws with the remedy when it cannot. */
export function ensureBrowsers(names: BrowserName[] = ['chromium', 'firefox']): void {
  const absent = names.filter((name) => findBrowser(name) === undefined)
  if (absent.length > 0) install(absent)
  for (const name of names) console.log(`${name}: ${requireBrowser(name)} (${version(requireBrowser(name))})`)
}

function install(names: BrowserName[]): void {
  console.log(`Not on this machine: ${names.join(', ')}. Installing…`)
  if (isDebian() && process.getuid?.() === 0) {
    installFromDebian(names)
    return
  }
  // Playwright's own Firefox cannot be driven over BiDi by puppeteer, so only Chromium comes this way.
  if (names.includes('chromium')) run('npx', ['playwright', 'install', 'chromium'])
}

function installFromDebian(names: BrowserName[]): void {
  run('apt-get', ['update', '-q'])
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names.map((name) => places[name].debian)])
}

function run(command: string, args: string[]): void {
  console.log(`  ${command} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}; see its output above`)
}

function isDebian(): boolean {
  if (!existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function version(path: string): string {
  return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

function missing(name: BrowserName): string {
  const { env, debian } = places[name]
  return `No ${name} found. Install it (Debian: apt-get install ${debian}) or name it: ${env}=/path/to/${name}`
}
