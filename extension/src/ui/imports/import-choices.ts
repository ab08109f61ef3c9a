import type { Input } from '../../engine/calls.ts'
import type { PreviewOptions } from '../../worker/preview.ts'

/** All a person decides about one file. Encoding, delimiter and mapping stay undefined while the proposal is taken. */
export interface ImportChoices extends PreviewOptions {
  readonly tags: string[]
  readonly consentSource: string
  /** `yyyy-mm-dd`. */
  readonly consentDate: string
}

/** Another encoding or delimiter makes other columns, so a mapping made by hand for the old ones is dropped. */
export function reread(choices: ImportChoices, part: Pick<PreviewOptions, 'encoding' | 'delimiter'>): ImportChoices {
  const rest = { ...choices, ...part }
  delete rest.mapping
  return rest
}

/** `target` null leaves the column out; a target can be filled by one column only, so it is taken from any other. */
export function mapColumn(
  mapping: Readonly<Record<string, string>>,
  column: number,
  target: string | null,
  repeatable: (target: string) => boolean,
): Record<string, string> {
  const others = Object.entries(mapping).filter(
    ([at, other]) => at !== String(column) && (other !== target || repeatable(other)),
  )
  return Object.fromEntries(target === null ? others : [...others, [String(column), target]])
}

/** Without a column of numbers every row would be left out. */
export function hasPhone(mapping: Readonly<Record<string, string>>): boolean {
  return Object.values(mapping).some((target) => target.startsWith('phone:'))
}

type Start = Input<'import.start'>

/** What the engine is asked to do, from the file as stored and the choices as made. */
export function startInput(file: { blobKey: string; name: string }, choices: ImportChoices, read: Read): Start {
  const { country, tags, consentSource, consentDate } = choices
  const source = consentSource.trim()
  return {
    blobKey: file.blobKey,
    fileName: file.name,
    mapping: { ...read.mapping },
    delimiter: read.delimiter,
    encoding: read.encoding,
    country,
    tags,
    ...(source !== '' && { consent: { source, date: consentDate } }),
  }
}

/** How the preview read the file: the import must read it the same way. */
export interface Read {
  readonly encoding: string
  readonly delimiter: string
  readonly mapping: Readonly<Record<string, string>>
}
