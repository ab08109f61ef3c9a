/**
 * Numbers that can ring nobody: ranges regulators keep for film and fiction. Of those, only ones the numbering plans
 * count as valid; Ofcom's +44 7700 900xxx and ARCEP's 06 39 98 are reserved but in no plan, so they serve as bad rows.
 */
export interface SampleNumber {
  /** Without '+'. */
  readonly code: string
  /** After the country code. */
  readonly national: string
  /** Whether it is a mobile's, or (North America) may be. */
  readonly mobile: boolean
}

function run(code: string, prefix: string, from: number, count: number, digits: number, mobile = true): SampleNumber[] {
  return Array.from({ length: count }, (_, i) => ({
    code,
    national: prefix + String(from + i).padStart(digits, '0'),
    mobile,
  }))
}

/** ACMA, "Phone numbers for use in TV shows, films and creative works". */
const AUSTRALIAN =
  '570006 570156 570157 570158 570159 570110 570313 570737 571266 571491 571804 572549 572665 572983 573770'

export const NUMBERS: readonly SampleNumber[] = [
  // Bundesnetzagentur, "Rufnummern für Film und Fernsehen" (drama numbers)
  ...run('49', '17139200', 0, 45, 2),
  ...run('49', '17604069', 0, 35, 3),
  ...run('49', '3023125', 0, 10, 3, false),
  // 555-0100 to 555-0199, NANPA
  ...['202', '212', '305', '312', '415', '416', '604'].flatMap((area) => run('1', `${area}55501`, 10, 9, 2)),
  ...AUSTRALIAN.split(' ').map((national) => ({ code: '61', national: `491${national}`, mobile: true })),
  // ARCEP, décision 2018-0881
  ...run('33', '19900', 10, 14, 4, false),
  // Ofcom, "Telephone numbers for use in TV and radio drama programmes"
  ...run('44', '2079460', 110, 12, 3, false),
  // PTS, "Telefonnummer för användning i böcker och filmer"
  ...run('46', '7017406', 5, 18, 2),
]

export function e164({ code, national }: SampleNumber): string {
  return `+${code}${national}`
}

function spaced(number: SampleNumber): string {
  return `+${number.code} ${number.national.slice(0, 3)} ${number.national.slice(3)}`
}

function inDigitsOf(zero: number, text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
}

type Spelling = (number: SampleNumber) => string

/** How people and their tools write a number; all of them name the same one. */
const ANYWHERE: readonly Spelling[] = [
  e164,
  spaced,
  (number) => `'${e164(number)}`,
  (number) => `00${number.code} ${number.national}`,
  (number) => `https://wa.me/${number.code}${number.national}`,
  (number) => `${number.code}${number.national}@c.us`,
  (number) => `\u202a${spaced(number)}\u202c`,
  (number) => inDigitsOf(0xff10, spaced(number)).replace('+', '＋'),
  (number) => inDigitsOf(0x0660, e164(number)),
  (number) =>
    `+${number.code} (${number.national.slice(0, 3)}) ${number.national.slice(3, 6)}-${number.national.slice(6)}`,
  (number) => `tel:${e164(number)}`,
  (number) => ` ${spaced(number).replaceAll(' ', '\u00a0')} `,
  (number) => `${number.code}${number.national}:7@s.whatsapp.net`,
]

/** A mobile's digits without the plus, as spreadsheets leave them. */
const PLUS_LOST: readonly Spelling[] = [
  (number) => `${number.code}${number.national}`,
  (number) => `${number.code}${number.national}.0`,
]

/** The sample's default country is Germany. */
const GERMAN: readonly Spelling[] = [
  (number) => `0${number.national}`,
  (number) => `0${number.national.slice(0, 3)} / ${number.national.slice(3)}`,
  (number) => `+49 (0)${number.national}`,
]

/**
 * In a German file digits after 49 are clear for a mobile, and after 1 where no German mobile prefix (015, 016, 017)
 * and no area code begins like that; an Australian 61… may be a landline in Hesse.
 */
function isClearWithoutPlus({ code, national, mobile }: SampleNumber): boolean {
  return mobile && (code === '49' || (code === '1' && !/^[567]/.test(national)))
}

/** One of the spellings a number has, another for each `n`. */
export function spell(number: SampleNumber, n: number): string {
  const { code } = number
  const plusLost = isClearWithoutPlus(number) ? PLUS_LOST : []
  const spellings = [...(code === '49' ? GERMAN : []), ...plusLost, ...ANYWHERE]
  return spellings[n % spellings.length]?.(number) ?? e164(number)
}
