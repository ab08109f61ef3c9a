/** Times are ms since 1970; nothing else in a document's values is a number this large (10^12 is the year 2001). */
const SOME_TIME = 1e12

/** Equal plain JSON. With `exceptTimes`, two times count as equal whatever they say. */
export function sameValue(a: unknown, b: unknown, exceptTimes: boolean): boolean {
  if (Object.is(a, b)) return true
  if (typeof a === 'number' && typeof b === 'number') return exceptTimes && a >= SOME_TIME && b >= SOME_TIME
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => sameAt(right, key, value, exceptTimes))
}

function sameAt(right: Map<string, unknown>, key: string, value: unknown, exceptTimes: boolean): boolean {
  return right.has(key) && sameValue(value, right.get(key), exceptTimes)
}
