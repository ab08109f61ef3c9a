import type { FieldId } from '@parley/shared/ids'
import type { ParleyDb } from '../engine/store/index.ts'
import { ImportError, type ImportFailure } from './failure.ts'
import { mapChunk, rowReader } from './map-rows.ts'
import type { ParseTask } from './protocol.ts'
import { fileFormat, rawChunks } from './raw-chunks.ts'
import { stageChunk } from './stage.ts'

/**
 * Reads the stored file and stages its chunks, from the task's first one on; the chunks before are read again because
 * only the rows themselves say where they end. Answers why the file cannot be imported, or nothing when all is staged.
 */
export async function parseFile(db: ParleyDb, task: ParseTask, nudge: () => void): Promise<ImportFailure | undefined> {
  try {
    const stored = await db.blob.get(task.blobKey)
    if (!stored) return { reason: 'unreadable-file' }
    await stageAll(db, stored.blob, task, nudge)
    return undefined
  } catch (error) {
    if (error instanceof ImportError) return error.failure
    if (isFull(error)) return { reason: 'storage-full' }
    throw error
  }
}

async function stageAll(db: ParleyDb, blob: Blob, task: ParseTask, nudge: () => void): Promise<void> {
  const { jobId, mapping, country, firstChunk } = task
  const format = await fileFormat(blob, task)
  let reader
  for await (const chunk of rawChunks(blob, format)) {
    reader ??= rowReader(chunk.headers, mapping, country, unmadeField)
    if (chunk.n >= firstChunk) await stageChunk(db, jobId, mapChunk(chunk, reader), nudge)
  }
}

/** The engine made every field before it gave out the task. */
function unmadeField(name: string): FieldId {
  throw new Error(`The mapping still wants a field made: ${name.length} characters`)
}

function isFull(error: unknown): boolean {
  for (let at = error; at instanceof Object; at = 'inner' in at ? at.inner : undefined)
    if ('name' in at && at.name === 'QuotaExceededError') return true
  return false
}
