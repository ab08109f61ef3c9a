import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FolderInUseError, openDataFolder } from '../src/store/data-folder.ts'
import { ServerProcess } from './server-process.ts'
import { testServer } from './test-server.ts'

it('[SY55] a new folder gets its databases and keys, for its owner only, and says so', async () => {
  const data = mkdtempSync(join(tmpdir(), 'parley-fresh-'))
  await using first = new ServerProcess(data)
  await first.url()
  expect(first.output).toContain('signing keys made here')
  expect(statSync(data).mode & 0o777).toBe(0o700)
  for (const file of ['keys.json', 'accounts.sqlite', 'documents.sqlite'])
    expect(statSync(join(data, file)).mode & 0o777, file).toBe(0o600)
  const keys = readFileSync(join(data, 'keys.json'), 'utf8')
  await first.kill('SIGTERM')
  expect(await first.ended).toBe(0)

  await using second = new ServerProcess(data)
  await second.url()
  expect(readFileSync(join(data, 'keys.json'), 'utf8')).toBe(keys)
  await second.kill('SIGTERM')
  rmSync(data, { recursive: true })
})

it('[SY56] a second process on the same folder is refused and names the first', async () => {
  await using server = await testServer()
  await using second = new ServerProcess(server.data)
  expect(await second.ended).toBe(1)
  expect(second.output).toContain(`${server.data} is in use by process ${process.pid}`)
  expect(() => openDataFolder(server.data)).toThrow(FolderInUseError)
})

it('[SY56] a killed process leaves no lock behind', async () => {
  const data = mkdtempSync(join(tmpdir(), 'parley-killed-'))
  await using first = new ServerProcess(data)
  await first.url()
  await first.kill('SIGKILL')
  await using second = new ServerProcess(data)
  await second.url()
  await second.kill('SIGTERM')
  expect(readdirSync(data)).toContain('keys.json')
  rmSync(data, { recursive: true })
})
