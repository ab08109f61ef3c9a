import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

// noble and not WebCrypto: ids are needed in the middle of a synchronous Yjs transaction.

/** SHA-256 of the text's UTF-8. */
export function sha256Bytes(text: string): Uint8Array {
  return sha256(utf8ToBytes(text))
}

/** SHA-256 of the text's UTF-8 as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256Bytes(text))
}

/** HMAC-SHA-256, key and message as UTF-8. */
export function hmacSha256(key: string, message: string): Uint8Array {
  return hmac(sha256, utf8ToBytes(key), utf8ToBytes(message))
}
