import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ServerProcess } from './server-process.ts'

it("[OP9] the image's health check passes while the server serves, and fails after", async () => {
  const dockerfile = readFileSync(new URL('../Dockerfile', import.meta.url), 'utf8')
  const command = /^HEALTHCHECK [^[]*CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? ''
  const [program, ...args] = JSON.parse(command) as string[]
  expect(program).toBe('node')
  const data = mkdtempSync(join(tmpdir(), 'parley-health-'))
  await using server = new ServerProcess(data)
  const env = { PARLEY_PORT: new URL(await server.url()).port }
  const check = (): number | null => spawnSync(process.execPath, args, { env }).status
  expect(check()).toBe(0)
  await server.kill('SIGTERM')
  expect(check()).toBe(1)
  rmSync(data, { recursive: true })
})
