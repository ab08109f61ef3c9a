import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../sync-server/src/config.ts'
import { trackedFiles } from './tree.ts'

interface Service {
  build: { context: string; dockerfile: string }
  ports: string[]
  environment: Record<string, string>
  volumes: string[]
  read_only: boolean
}

const COMPOSE = 'docker-compose.yml'
const text = readFileSync(COMPOSE, 'utf8')
const compose = parse(text) as { services: { 'sync-server': Service }; volumes: Record<string, unknown> }
const service = compose.services['sync-server']
const dockerfile = readFileSync(service.build.dockerfile, 'utf8')
const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>

/** As compose fills a value in: `${NAME:-otherwise}` with nothing set. */
const filled = (value: string): string => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1')
const environment = Object.fromEntries(
  Object.entries(service.environment).map(([name, value]) => [name, filled(value)]),
)

/** The arguments of every line that starts with `instruction`. */
const lines = (instruction: string): string[] =>
  dockerfile
    .split('\n')
    .flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []))

describe('[OP9] the compose file', () => {
  it('takes from .env what .env.example names, with the same default', () => {
    const taken = [...text.matchAll(/\$\{(\w+):-([^}]*)\}/g)].map(([, name = '', otherwise = '']) => [name, otherwise])
    expect(taken.length).toBe(text.split('${').length - 1)
    expect(taken).toEqual(taken.map(([name = '']) => [name, example[name]]))
  })

  it('gives the server only variables it reads, with values it accepts', () => {
    expect(Object.keys(environment).filter((name) => !(name in example))).toEqual([])
    const { data, host, port, behindProxy } = readConfig(environment)
    expect([host, behindProxy]).toEqual(['0.0.0.0', true])
    expect(service.ports.map(filled)).toEqual([`127.0.0.1:${example.PARLEY_PORT ?? ''}:${port}`])
    expect(service.volumes).toEqual(Object.keys(compose.volumes).map((volume) => `${volume}:${data}`))
    expect(service.read_only).toBe(true)
  })

  it('and the image agree on port, data folder and Node', () => {
    const { data, port } = readConfig(environment)
    expect([lines('EXPOSE'), lines('VOLUME'), lines('USER')]).toEqual([[String(port)], [data], ['node']])
    expect(lines('ENV').join(' ')).toContain(`PARLEY_DATA=${data} PARLEY_PORT=${port}`)
    const { nodeVersion } = parse(readFileSync('pnpm-workspace.yaml', 'utf8')) as { nodeVersion: string }
    const node = `node:${nodeVersion.split('.')[0] ?? ''}-`
    expect(lines('FROM').filter((image) => !image.startsWith(node))).toEqual([])
  })
})

describe('[OP9] the image', () => {
  const tracked = trackedFiles(/./).map(({ path }) => path)
  const ignore = readFileSync('.dockerignore', 'utf8').split('\n')
  const kept = ignore.flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
  const copied = lines('COPY')
    .filter((line) => !line.startsWith('--from'))
    .flatMap((line) => line.split(' ').slice(0, -1))

  it('is made of files that are here, and is given nothing else', () => {
    expect(ignore).toContain('*')
    expect([...kept].sort()).toEqual([...copied].sort())
    expect(copied.filter((path) => !tracked.some((file) => file === path || file.startsWith(`${path}/`)))).toEqual([])
  })

  it('starts the file that `pnpm server` starts', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    expect((JSON.parse(lines('CMD')[0] ?? '') as string[]).join(' ')).toBe(scripts.server)
  })
})
