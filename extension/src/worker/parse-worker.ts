/** Entry of the worker: one task, then it is done. It holds nothing another start could not find again. */
import { openDatabase } from '../engine/store/index.ts'
import { parseFile } from './parse-file.ts'
import type { ParserReport, ParseTask } from './protocol.ts'

addEventListener('message', ({ data }: MessageEvent<ParseTask>) => void run(data))

async function run(task: ParseTask): Promise<void> {
  const db = openDatabase()
  const tell = (report: ParserReport): void => postMessage(report)
  const failure = await parseFile(db, task, () => tell({ kind: 'staged', jobId: task.jobId }))
  db.close()
  if (failure) tell({ kind: 'failed', jobId: task.jobId, failure })
  else postMessage('done')
}
