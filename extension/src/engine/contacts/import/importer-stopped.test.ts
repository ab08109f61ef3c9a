import { describe, expect, it, vi } from 'vitest'
import { Profile } from '../../store/testing.ts'
import { begin, finished, Host, imported, jobOf, nextChunk, people, start, startTeam } from './testing.ts'

describe('an import that is stopped', () => {
  it(
    '[CO46] loses no row and doubles none, whichever of engine and worker is killed, however often',
    { timeout: 90_000 },
    async () => {
      const profile = new Profile()
      let engine = await start(profile)
      await engine.run('workspace.create', { name: 'Bakery', country: 'DE' })
      await imported(engine, people(700, 2_000))
      const jobId = await begin(engine, `${people(20_000)}\nNobody,call me\n`)
      // What a killed engine still tries fails, and says so.
      const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      const stoppedAt = new Set<number>()
      for (let kill = 0; kill < 12; kill++) {
        await nextChunk(engine)
        if (kill % 2 === 1) engine.host.kill(jobId)
        engine = await start(profile, kill % 3 === 0 ? new Host(profile) : engine.host)
        stoppedAt.add((await jobOf(engine, jobId)).rows)
        void engine.importer.resume()
      }
      expect(stoppedAt.size).toBeGreaterThanOrEqual(8)
      const job = await finished(engine, jobId)
      log.mockRestore()
      expect(job).toMatchObject({ state: 'done', rows: 20_001, imported: 19_300, merged: 700, rejected: 1 })
      expect(await engine.ask('contacts.page', { operation: job.opId })).toMatchObject({
        total: 20_000,
        matching: 19_300,
      })
      expect(await engine.ask('import.rejects', { jobId })).toMatchObject({ total: 1, rows: [{ row: 20_002 }] })
      expect(await engine.db.stage.count()).toBe(0)
    },
  )

  it('[CO47] a cancelled import stops, keeps what it imported and can be undone', async () => {
    const engine = await startTeam()
    const jobId = await begin(engine, people(9_000))
    await vi.waitFor(async () => expect((await jobOf(engine, jobId)).imported).toBeGreaterThan(0), { timeout: 20_000 })
    await engine.run('import.cancel', { jobId })
    const job = await jobOf(engine, jobId)
    expect(job.state).toBe('cancelled')
    await engine.importer.resume()
    expect(await engine.db.stage.count()).toBe(0)
    expect(await engine.db.blob.count()).toBe(0)
    expect(await engine.ask('contacts.page', {})).toMatchObject({ total: job.imported })
    await engine.run('operations.undo', { opId: job.opId })
    expect(await engine.ask('contacts.page', {})).toMatchObject({ total: 0 })
  })

  it('[CO47] an import that is undone while it runs stops first', async () => {
    const engine = await startTeam()
    const jobId = await begin(engine, people(9_000))
    await vi.waitFor(async () => expect((await jobOf(engine, jobId)).imported).toBeGreaterThan(0), { timeout: 20_000 })
    await engine.run('operations.undo', { opId: jobId })
    await engine.importer.resume()
    expect(await jobOf(engine, jobId)).toMatchObject({ state: 'cancelled' })
    expect(await engine.ask('contacts.page', {})).toMatchObject({ total: 0 })
  })

  it('[CO48] a worker that dies three times on the same chunk ends the import with a reason', async () => {
    const engine = await startTeam()
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(engine.host, 'send').mockResolvedValue()
    const jobId = await begin(engine, people(10))
    for (let death = 0; death < 3; death++) await engine.importer.report({ kind: 'crashed', jobId })
    log.mockRestore()
    expect(await jobOf(engine, jobId)).toMatchObject({ state: 'failed', error: 'worker-failed' })
    expect(await engine.db.blob.count()).toBe(0)
  })

  it('[CO32] a file that cannot be imported ends its job with the reason', async () => {
    const engine = await startTeam()
    expect(await imported(engine, '%PDF-1.7')).toMatchObject({ state: 'failed', error: 'binary-file' })
    expect(await imported(engine, 'a,b\n')).toMatchObject({ state: 'failed', error: 'empty-file' })
    const gone = engine.run('import.start', { blobKey: 'none', fileName: '', country: 'DE', mapping: {} })
    await expect(gone).rejects.toMatchObject({ error: { reason: 'import-file-gone' } })
  })

  it('sweeps a picked file that no import was started with after a day, and not before', async () => {
    const engine = await startTeam()
    const old = `import/${String(Date.now() - 25 * 3600_000)}-a`
    const fresh = `import/${String(Date.now())}-b`
    for (const key of [old, fresh]) await engine.db.blob.put({ key, blob: new Blob(['x']) })
    await engine.importer.resume()
    expect(await engine.db.blob.toCollection().primaryKeys()).toEqual([fresh])
  })
})
