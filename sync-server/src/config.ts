import { z } from 'zod'

export interface Config {
  /** Folder of the databases and secrets; made if it is not there. */
  readonly data: string
  readonly host: string
  /** 0 lets the system choose, for tests. */
  readonly port: number
  /** A TLS proxy stands in front: the address it adds to X-Forwarded-For is believed. */
  readonly behindProxy: boolean
  /** Life of a sync token, seconds. */
  readonly tokenSeconds: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Everything wrong with the environment at once, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}`)
    this.problems = problems
  }
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

const whole = (least: number, most: number, otherwise: number): z.ZodType<number> =>
  z
    .string()
    .default(String(otherwise))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      message: `is not a whole number from ${least} to ${most}`,
    })
    .transform(Number)

const environment = z
  .object({
    PARLEY_DATA: z.string().default('./data'),
    PARLEY_HOST: z.string().default('127.0.0.1'),
    PARLEY_PORT: whole(0, 65_535, 4400),
    PARLEY_BEHIND_TLS_PROXY: z.enum(['yes', 'no'], { error: 'is neither yes nor no' }).default('no'),
    PARLEY_TOKEN_SECONDS: whole(5, 3600, 600),
    PARLEY_LOG: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'is none of debug, info, warn, error, silent' })
      .default('info'),
  })
  .superRefine((env, context) => {
    if (LOOPBACK.includes(env.PARLEY_HOST) || env.PARLEY_BEHIND_TLS_PROXY === 'yes') return
    const message =
      'is not a loopback address: put a TLS proxy in front and say PARLEY_BEHIND_TLS_PROXY=yes, or leave it out'
    context.addIssue({ code: 'custom', path: ['PARLEY_HOST'], message })
  })

/** The only reader of the environment; an empty variable counts as not set. Throws `ConfigError`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== undefined && text !== ''))
  const read = environment.safeParse(set)
  if (!read.success) throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`))
  return {
    data: read.data.PARLEY_DATA,
    host: read.data.PARLEY_HOST,
    port: read.data.PARLEY_PORT,
    behindProxy: read.data.PARLEY_BEHIND_TLS_PROXY === 'yes',
    tokenSeconds: read.data.PARLEY_TOKEN_SECONDS,
    logLevel: read.data.PARLEY_LOG,
  }
}
