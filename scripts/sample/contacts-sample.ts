import { e164, NUMBERS, spell, type SampleNumber } from './numbers.ts'
import { BAD, CITIES, COMPANIES, NAMES, NOTES, TAGS } from './people.ts'

/** What importing the sample into an empty workspace must come to, with `country` as the default. */
export interface Expected {
  readonly country: string
  readonly rows: number
  readonly imported: number
  readonly merged: number
  readonly rejected: number
  /** Rows as a spreadsheet numbers them, the header being 1. */
  readonly rejects: readonly { readonly row: number; readonly reason: string }[]
  /** Sorted. */
  readonly phones: readonly string[]
  readonly optedOut: readonly string[]
  readonly consenting: readonly string[]
  /** Contacts by tag. */
  readonly tags: Readonly<Record<string, number>>
}

const HEADERS =
  'Name|Mobile phone|Other phone|E-mail|Company|City|Tags|Notes|Opted out|Consent|Consent source|Consent date|Loyalty no.'

/** A row that says what must become of it: the number it is about, or why it is refused. */
interface Row {
  readonly cells: readonly string[]
  readonly about: SampleNumber | { readonly refused: string }
  readonly tags: readonly string[]
  readonly optOut: boolean
  readonly consent: boolean
}

function pick(from: readonly string[], n: number): string {
  return from[n % from.length] ?? ''
}

function person(number: SampleNumber, n: number): Row {
  const tags = TAGS.filter((_tag, i) => (n * 3 + i * 5) % 11 < 2)
  const optOut = n % 17 === 3
  const consent = n % 9 === 4 && !optOut
  const inSecondColumn = n % 13 === 6
  const spelled = spell(number, n)
  const cells = [
    pick(NAMES, n),
    inSecondColumn ? pick(['', 'none', '-'], n) : spelled,
    inSecondColumn ? spelled : '',
    n % 3 === 0 ? `person${String(n)}@example.com` : '',
    pick(COMPANIES, n),
    pick(CITIES, n),
    tags.join(n % 2 === 0 ? '; ' : ' ::: '),
    pick(NOTES, n),
    optOut ? pick(['yes', 'X', 'STOP', 'ja', '2026-03-01'], n) : pick(['', 'no', '', '0'], n),
    consent ? pick(['yes', 'ja', '✓'], n) : '',
    consent ? 'Trade fair' : '',
    consent ? pick(['2026-02-03', '3.2.2026', '03/02/2026'], n) : '',
    n % 4 === 0 ? `L-${String(n).padStart(5, '0')}` : '',
  ]
  return { cells, about: number, tags, optOut, consent }
}

/** The same number once more, spelled another way, with a name that must not replace the first and one more tag. */
function again(number: SampleNumber, n: number): Row {
  const cells = [
    'Somebody Else',
    spell(number, n + 5),
    '',
    '',
    '',
    'Bonn',
    'Second time',
    '',
    n % 6 === 0 ? 'yes' : '',
    '',
    '',
    '',
    '',
  ]
  return { cells, about: number, tags: ['Second time'], optOut: n % 6 === 0, consent: false }
}

function bad(number: string, reason: string, n: number): Row {
  const cells = [pick(NAMES, n + 7), number, '', '', '', pick(CITIES, n), 'Never', '', 'yes', '', '', '', '']
  return { cells, about: { refused: reason }, tags: [], optOut: false, consent: false }
}

/** Two whose number is good and something else is not. */
function badOtherwise(number: SampleNumber): Row[] {
  const cells = (date: string, notes: string): string[] => [
    'Late',
    e164(number),
    '',
    '',
    '',
    '',
    '',
    notes,
    '',
    'yes',
    '',
    date,
    '',
  ]
  const row = { tags: [], optOut: false, consent: false }
  return [
    { ...row, cells: cells('last spring', ''), about: { refused: 'consent-date' } },
    { ...row, cells: cells('', 'All work and no play. '.repeat(500)), about: { refused: 'too-long' } },
  ]
}

function allRows(): Row[] {
  const rows = NUMBERS.flatMap((number, n) =>
    n % 7 === 5 ? [person(number, n), again(number, n)] : [person(number, n)],
  )
  BAD.forEach(([cell, reason], i) => rows.splice(5 + i * 8, 0, bad(cell, reason, i)))
  const spare: SampleNumber = { code: '1', national: '2025550199', mobile: true }
  rows.splice(40, 0, ...badOtherwise(spare))
  return rows
}

/** The sample as CSV (BOM, CRLF, quotes where needed) and what must come of it; the same each time. */
export function contactsSample(): { csv: string; expected: Expected } {
  const rows = allRows()
  const lines = [HEADERS.split('|'), ...rows.map(({ cells }) => cells)].map((cells) => cells.map(quoted).join(','))
  return { csv: `\ufeff${lines.join('\r\n')}\r\n`, expected: expectedOf(rows) }
}

function quoted(cell: string): string {
  return /[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Counted from what each row says of itself, by no code of the product. */
function expectedOf(rows: readonly Row[]): Expected {
  const tagsOf = new Map<string, Set<string>>()
  const optedOut = new Set<string>()
  const consenting = new Set<string>()
  const rejects: { row: number; reason: string }[] = []
  rows.forEach(({ about, tags, optOut, consent }, i) => {
    if ('refused' in about) return rejects.push({ row: i + 2, reason: about.refused })
    const phone = e164(about)
    tagsOf.set(phone, new Set([...(tagsOf.get(phone) ?? []), ...tags]))
    if (optOut) optedOut.add(phone)
    if (consent) consenting.add(phone)
    return undefined
  })
  const tags: Record<string, number> = {}
  for (const tag of [...tagsOf.values()].flatMap((set) => [...set])) tags[tag] = (tags[tag] ?? 0) + 1
  return {
    country: 'DE',
    rows: rows.length,
    imported: tagsOf.size,
    merged: rows.length - rejects.length - tagsOf.size,
    rejected: rejects.length,
    rejects,
    phones: [...tagsOf.keys()].sort(),
    optedOut: [...optedOut].sort(),
    consenting: [...consenting].filter((phone) => !optedOut.has(phone)).sort(),
    tags,
  }
}
