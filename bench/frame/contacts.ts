/** One parsed contact, as a file's row leaves the import worker. */
export interface BenchContact {
  id: string
  fullName: string
  phone: string
  email: string
  company: string
  city: string
  notes: string
  tag: string
}

const FIRST = ['Ana', 'Bora', 'Chidi', 'Дарья', 'Élodie', 'فاطمة', 'Göran', '花子', 'Ines', 'João']
const LAST = ['Almeida', 'Brandt', 'Çelik', 'Dubois', 'Eze', 'Ферма', 'García', 'حسن', 'Ito', 'Jensen']
const CITY = ['Lisboa', 'Köln', 'Lagos', 'São Paulo', 'İzmir', 'القاهرة', 'Kyōto', 'Kraków']
export const TAGS = Array.from({ length: 16 }, (_, at) => `tag ${String(at)}`)
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** `count` contacts, the same ones for the same count: mixed scripts, about 300 bytes each as JSON. */
export function makeContacts(count: number): BenchContact[] {
  const random = mulberry32(20261124)
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  return Array.from({ length: count }, (_, at) => {
    const fullName = `${pick(FIRST)} ${pick(LAST)} ${pick(LAST)}`
    return {
      id: Array.from({ length: 16 }, () => ALPHABET.charAt(Math.floor(random() * 62))).join(''),
      fullName,
      phone: `+1555${String(1_000_000 + at)}`,
      email: `person${String(at)}@example.com`,
      company: `${pick(LAST)} & ${pick(LAST)}`,
      city: pick(CITY),
      notes: `Asked about order ${String(Math.floor(random() * 1e6))} at the fair in ${pick(CITY)}; call back after lunch.`,
      tag: pick(TAGS),
    }
  })
}

/** Small seeded generator, so that every subject stores the same contacts. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
