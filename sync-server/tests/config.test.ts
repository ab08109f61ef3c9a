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
})
