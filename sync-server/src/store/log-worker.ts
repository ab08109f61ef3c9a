// Its own thread, because waiting for the disk on the main one would stop every socket meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { DOCUMENTS_SCHEMA } from './documents-schema.ts'
import type { LogAnswer, LogRequest } from './log-messages.ts'
import { LogWriter } from './log-writer.ts'
import { openDatabase } from './open-database.ts'

const { file } = workerData as { file: string }
const db = openDatabase(file, DOCUMENTS_SCHEMA)
const writer = new LogWriter(db)

function carryOut(request: LogRequest): ReadonlyMap<string, number> {
  if (request.kind === 'commit') return writer.commit(request.updates, request.at)
  if (request.kind === 'snapshot') writer.snapshot(request.doc, request.state)
  else db.close()
  return new Map()
}

function answer(request: LogRequest): LogAnswer {
  try {
    return { ok: true, seqs: carryOut(request) }
  } catch (error) {
    return { ok: false, error }
  }
}

parentPort?.on('message', (request: LogRequest) => {
  parentPort?.postMessage(answer(request))
  if (request.kind === 'close') parentPort?.close()
})
