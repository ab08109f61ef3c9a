import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

describe('[SY54] the environment is read once, at the start', () => {
  it('an empty one serves ./data on the loopback address', () => {
    expect(readConfig({ PARLEY_PORT: '' })).toEqual({
      data: './data',
      host: '127.0.0.1',
      port: 4400,
      behindProxy: false,
      tokenSeconds: 600,
      logLevel: 'info',
    })
  })

  it('everything wrong is said at once, by name', () => {
    const read = (): unknown =>
      readConfig({ PARLEY_PORT: 'ninety', PARLEY_TOKEN_SECONDS: '1', PARLEY_LOG: 'loud', PARLEY_HOST: '0.0.0.0' })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(/PARLEY_PORT[^]*PARLEY_TOKEN_SECONDS[^]*PARLEY_LOG/)
  })

  it('an address others can reach wants a TLS proxy in front', () => {
    expect(() => readConfig({ PARLEY_HOST: '0.0.0.0' })).toThrow(/PARLEY_HOST is not a loopback address/)
    expect(readConfig({ PARLEY_HOST: '0.0.0.0', PARLEY_BEHIND_TLS_PROXY: 'yes' }).behindProxy).toBe(true)
  })

  it('.env.example names every variable, each with its default', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>
    const known = new Set(readFileSync('sync-server/src/config.ts', 'utf8').match(/\bPARLEY_[A-Z_]+\b/g))
    expect(new Set(Object.keys(example))).toEqual(known)
    expect(readConfig(example)).toEqual(readConfig({}))
  })
})
