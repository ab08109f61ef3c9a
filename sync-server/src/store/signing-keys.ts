import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'

const DAY = 86_400_000
/** A new key signs after this; the one before it still verifies until the next rotation. */
const ROTATE_AFTER = 30 * DAY

const keyFile = z.object({
  format: z.literal(1),
  keys: z
    .array(
      z.object({
        kid: z.string(),
        at: z.number(),
        jwk: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
      }),
    )
    .min(1),
})
export type SigningKey = z.infer<typeof keyFile>['keys'][number]

/**
 * The keys sync tokens are signed with, newest first, at most two. Made when the file is not there, rotated when the
 * newest is old. The file is readable by its owner only and replaced whole.
 */
export async function openSigningKeys(file: string, now: number): Promise<{ keys: SigningKey[]; made: boolean }> {
  const made = !existsSync(file)
  const stored = made ? [] : keyFile.parse(JSON.parse(readFileSync(file, 'utf8'))).keys
  const newest = stored[0]
  if (newest && now - newest.at < ROTATE_AFTER) return { keys: stored, made }
  const keys = [await newKey(now), ...stored.slice(0, 1)]
  writeFileSync(`${file}.new`, JSON.stringify({ format: 1, keys }), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return { keys, made }
}

async function newKey(at: number): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const { x = '', d = '' } = await exportJWK(privateKey)
  return { kid: randomUUID(), at, jwk: { kty: 'OKP', crv: 'Ed25519', x, d } }
}
