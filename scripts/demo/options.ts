import { closeSync, fstatSync, mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { countriesIn } from '../../extension/src/ui/kit/countries.ts'
import { Refused, unreadable } from './refused.ts'

export interface DemoOptions {
  /** The sample, or a file of the caller's. */
  readonly contacts: { readonly path: string; readonly isSample: boolean }
  /** `path` of the caller's file. */
  readonly template: { readonly name: string; readonly body: string; readonly path?: string }
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** An existing folder. */
  readonly output: string
  readonly json: boolean
  readonly headed: boolean
}

const SAMPLE = 'e2e/fixtures/contacts-sample.csv'
const TEMPLATE = {
  name: 'Season opening',
  body: 'Hello {{ first_name | default: "there" }}! Our new season starts on Saturday at ten. The first coffee is on us.\n\nIf you would rather not hear from us, just answer STOP.',
}

const HELP = `npx -y pnpm@12 demo [options]

Does Parley's main job in a real Chromium with the extension as it ships, against a WhatsApp Web that stands in for the
real one on this machine: makes a workspace, imports a CSV, publishes a template, reviews and runs a campaign to
everyone imported, kills the engine twice on the way, and accounts for every message. Nobody is written to.
One device; the second device and the sync server come next.

  --contacts FILE.csv  the contacts to import (default: the shipped sample of 270 messy rows)
  --template FILE      the text to send (default: a greeting with first_name and a default for it)
  --country XX         two letters: the country of numbers written without one (default: DE)
  --output DIR         where the result goes (default: a new folder under the system's temporary one)
  --json               prints the counts as one JSON object on the last line
  --headed             shows the window and leaves it open
  --help               prints this

In the counts every recipient stands once: recipients = sent + skipped + failed + uncertain + cancelled.
sent counts every message WhatsApp accepted; of these, delivered counts those that reached the phone or better, and
read those that were read or better. So read ≤ delivered ≤ sent.
wire is what the stand-in itself recorded: messages it accepted, duplicates, lost (called sent and never accepted),
retries (transmitted again and never accepted before).

Ends with 0 if everything adds up, 1 if something does not, 2 if an option or a file is wrong.
`

/** Reads the command line, the files it names and makes the folder. 'help' when that is asked. Throws Refused. */
export function readOptions(args: readonly string[]): DemoOptions | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  return {
    contacts: contactsOf(values.contacts),
    template: templateOf(values.template),
    country: countryOf(values.country),
    output: folderOf(values.output),
    json: values.json,
    headed: values.headed,
  }
}

export function helpText(): string {
  return HELP
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      // Some runners hand on the `--` that separates their own options.
      args: args[0] === '--' ? args.slice(1) : [...args],
      options: {
        contacts: { type: 'string' },
        template: { type: 'string' },
        country: { type: 'string', default: 'DE' },
        output: { type: 'string' },
        json: { type: 'boolean', default: false },
        headed: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/\. |\n/)
    throw new Refused(`${first}. --help lists the options.`)
  }
}

function contactsOf(given: string | undefined): DemoOptions['contacts'] {
  const path = given ?? SAMPLE
  if (sizeOf('--contacts', path) === 0) throw new Refused(`--contacts ${path}: it is empty`)
  return { path, isSample: given === undefined }
}

function templateOf(path: string | undefined): DemoOptions['template'] {
  if (path === undefined) return TEMPLATE
  const body = text(path).trim()
  if (body === '') throw new Refused(`--template ${path}: it holds no text`)
  return { name: basename(path).replace(/\.\w+$/, '') || 'Template', body, path }
}

function text(path: string): string {
  sizeOf('--template', path)
  const bytes = readFileSync(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    throw new Refused(`--template ${path}: it is not a text in UTF-8`)
  }
}

function countryOf(given: string): string {
  const code = given.trim().toUpperCase()
  if (!countriesIn('en').some((country) => country.code === code))
    throw new Refused(`--country ${given}: not a country's two letters, such as DE, GB or BR`)
  return code
}

function folderOf(given: string | undefined): string {
  if (given === undefined) return mkdtempSync(join(tmpdir(), 'parley-demo-'))
  const folder = resolve(given)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Refused(`--output ${given}: this folder cannot be made (${(error as NodeJS.ErrnoException).code ?? ''})`)
  }
  return folder
}

/** Bytes; opened to see that it can be, and not read: it may be large. */
function sizeOf(option: string, path: string): number {
  try {
    const file = openSync(path, 'r')
    const stats = fstatSync(file)
    closeSync(file)
    if (stats.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    return stats.size
  } catch (error) {
    throw unreadable(option, path, error)
  }
}
