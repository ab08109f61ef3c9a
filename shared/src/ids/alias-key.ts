import type { AliasKey, WorkspaceId } from './brands.ts'
import { hmacSha256 } from './hash.ts'

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function base64url(bytes: Uint8Array, length: number): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 6 && text.length < length) {
      bits -= 6
      text += BASE64URL.charAt((held >> bits) & 63)
    }
  }
  return text
}

/** Under which key, and in which of the 16 consent documents, the consent of an alias stands. */
export interface AliasPlace {
  readonly key: AliasKey
  /** 0 to 15: the first hex digit of the HMAC. */
  readonly shard: number
}

/** `alias` is an E.164 number or a LID ('123@lid'). Without the workspace's id the number cannot be guessed back. */
export function aliasPlace(workspace: WorkspaceId, alias: string): AliasPlace {
  const mac = hmacSha256(workspace, alias)
  return { key: base64url(mac, 22) as AliasKey, shard: (mac[0] ?? 0) >> 4 }
}
