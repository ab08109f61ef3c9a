import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. Runs off the main thread, about 0.1 s. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Compared with when there is no such account, so that the answer takes as long. */
const NOBODY = hash('nobody has this password', COST)

/** A PHC string; argon2id is the library's default. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** `stored` is undefined when there is no such account. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const same = await verify(stored ?? (await NOBODY), password)
  return stored !== undefined && same
}
