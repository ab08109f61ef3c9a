const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Fills as many random bytes as asked for; `crypto.getRandomValues` in the product, a seeded one in tests. */
export type Random = (bytes: number) => Uint8Array

/**
 * The last `length` base62 digits of `bytes` read as one big-endian number. For hashes: give at least 4 bytes more
 * than the digits hold (6 bits each), else the first digits are biased.
 */
export function base62(bytes: Uint8Array, length: number): string {
  let rest = bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
  let text = ''
  while (text.length < length) {
    text = ALPHABET.charAt(Number(rest % 62n)) + text
    rest /= 62n
  }
  return text
}

/** `length` evenly distributed base62 characters. Bytes above 247 are thrown away: 248 is the last multiple of 62. */
export function randomBase62(random: Random, length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of random(length - text.length + 4)) {
      if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % 62)
    }
  }
  return text
}
