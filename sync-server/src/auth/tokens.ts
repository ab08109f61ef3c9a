import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JSONWebKeySet } from 'jose'
import { accountId, deviceId, workspaceId } from '@parley/shared/sync'
import { z } from 'zod'
import type { SigningKey } from '../store/signing-keys.ts'

const claims = z.object({ sub: accountId, ws: workspaceId, dev: deviceId, exp: z.number() })

/** Who opens a document's stream. What the role may do is read from the database, not from the token. */
export interface TokenClaims {
  readonly account: string
  readonly workspace: z.infer<typeof workspaceId>
  readonly device: z.infer<typeof deviceId>
  /** ms since 1970. */
  readonly expiresAt: number
}

export interface Tokens {
  issue(who: Omit<TokenClaims, 'expiresAt'>): Promise<{ token: string; expiresAt: number }>
  /** undefined for a token that is not ours, changed, or over. */
  verify(token: string): Promise<TokenClaims | undefined>
  readonly jwks: JSONWebKeySet
}

const AUDIENCE = 'parley-sync'

/** EdDSA tokens. The newest key signs, every key given verifies. `seconds` is a token's life. */
export async function openTokens(keys: readonly SigningKey[], seconds: number, now: () => number): Promise<Tokens> {
  const [newest] = keys
  if (!newest) throw new Error('no signing key')
  const signer = await importJWK(newest.jwk, 'EdDSA')
  const jwks = { keys: keys.map(({ kid, jwk: { kty, crv, x } }) => ({ kid, alg: 'EdDSA', use: 'sig', kty, crv, x })) }
  const keySet = createLocalJWKSet(jwks)
  return {
    jwks,
    issue: async ({ account, workspace, device }) => {
      const exp = Math.floor(now() / 1000) + seconds
      const token = new SignJWT({ ws: workspace, dev: device })
        .setProtectedHeader({ alg: 'EdDSA', kid: newest.kid })
        .setSubject(account)
        .setAudience(AUDIENCE)
        .setExpirationTime(exp)
      return { token: await token.sign(signer), expiresAt: exp * 1000 }
    },
    verify: async (token) => {
      const options = { algorithms: ['EdDSA'], audience: AUDIENCE, currentDate: new Date(now()) }
      const verified = await jwtVerify(token, keySet, options).catch(() => undefined)
      const read = claims.safeParse(verified?.payload).data
      return read && { account: read.sub, workspace: read.ws, device: read.dev, expiresAt: read.exp * 1000 }
    },
  }
}
