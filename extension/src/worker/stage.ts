import type { ParleyDb } from '../engine/store/index.ts'
import { MAX_UNTAKEN } from './limits.ts'
import type { StagedChunk } from './staged-chunk.ts'

/** The format of the `rows` of a stage row. */
export const STAGE_FORMAT = 1
const LOOK_AGAIN_MS = 100
const NUDGE_EVERY = 20

/** Writes a chunk, once the engine has taken enough of those before it; `nudge` wakes an engine that was stopped. */
export async function stageChunk(db: ParleyDb, jobId: string, chunk: StagedChunk, nudge: () => void): Promise<void> {
  for (let looks = 1; (await untaken(db, jobId)) >= MAX_UNTAKEN; looks++) {
    if (looks % NUDGE_EVERY === 0) nudge()
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  const { n, ...rows } = chunk
  await db.stage.put({ job: jobId, n, format: STAGE_FORMAT, rows })
  nudge()
}

function untaken(db: ParleyDb, jobId: string): Promise<number> {
  return db.stage.where('job').equals(jobId).count()
}
